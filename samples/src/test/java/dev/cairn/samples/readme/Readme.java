package dev.cairn.samples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The README as the blocks that it shows. Immutable.
 *
 * <p>What the blocks mean: {@code java} is a source file if it names its package, else statements; {@code xml} is a pom;
 * {@code console} is commands behind {@code $} and what they print; {@code text} is what the {@code java} block before it
 * prints, or what javac says about it if it is a source file. Blocks of other languages are only shown.
 */
final class Readme {
    private static final String FENCE = "```";

    private final List<Block> blocks;

    private Readme(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** @throws IllegalArgumentException if a fence is never closed */
    static Readme of(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int opening = i++;
                StringBuilder text = new StringBuilder();
                while (!lines.get(i).equals(FENCE)) {
                    text.append(lines.get(i++)).append('\n');
                    if (i == lines.size()) {
                        throw new IllegalArgumentException("The block at line " + (opening + 1) + " is never closed");
                    }
                }
                blocks.add(new Block(lines.get(opening).substring(FENCE.length()), opening + 1, text.toString()));
            }
        }
        return new Readme(blocks);
    }

    static Readme read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Block> blocks(String language) {
        return blocks.stream().filter(block -> block.is(language)).toList();
    }

    /** The {@code text} block right behind a {@code java} block. */
    Optional<Block> output(Block java) {
        int next = blocks.indexOf(java) + 1;
        return next < blocks.size() && blocks.get(next).is("text") ? Optional.of(blocks.get(next)) : Optional.empty();
    }

    /** Every block that tells what something prints. */
    List<Block> outputs() {
        return blocks.stream()
                .filter(block -> block.is("text") || block.is("console"))
                .toList();
    }

    /** Writes what a block is to show now into the file, in which other blocks may have been renewed before. */
    void renew(Path file, Block shown, String text) throws IOException {
        Block outdated = read(file).outputs().get(outputs().indexOf(shown));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int first = outdated.line();
        List<String> within =
                lines.subList(first, first + (int) outdated.text().lines().count());
        within.clear();
        within.addAll(text.lines().toList());
        Files.write(file, lines);
    }
}
