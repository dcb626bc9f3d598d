package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page for those who know Metaflow shows of Java stands in the samples, whose tests run it. */
class MetaflowPageTest {
    private static final Path PAGE = Toolchain.root().resolve("docs/coming-from-metaflow.md");
    private static final List<Path> SAMPLES = Stream.of("main", "test")
            .map(part -> Toolchain.root().resolve("samples/src/" + part + "/java/dev/cairn/samples/artifacts"))
            .toList();

    /** Of Metaflow's page, in its order. */
    private static final List<String> SECTIONS = List.of(
            "Creating artifacts",
            "Artifact persistence",
            "Accessing artifacts",
            "Private artifacts",
            "Internal artifacts",
            "Artifact merging",
            "Merge behavior",
            "Selective merging",
            "Foreach artifacts",
            "Compression",
            "External storage",
            "Inspecting artifacts",
            "Artifact lifecycle",
            "Best practices",
            "Checkpointing",
            "Artifact collections");

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<String> samples() throws IOException {
        List<String> samples = new ArrayList<>();
        for (Path directory : SAMPLES) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    samples.add(withoutIndentation(Files.readString(file)));
                }
            }
        }
        return samples;
    }

    @Test
    void hasEachSectionOfThatPage() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("## "))
                .extracting(line -> line.substring("## ".length()))
                .isEqualTo(SECTIONS);
    }

    @Test
    void whatItShowsStandsInTheSamples() throws IOException {
        List<String> samples = samples();
        for (Block block : Readme.read(PAGE).blocks("java")) {
            for (String method : block.text().split("\n\n(?=@|\\w)")) { // what is between them is left out
                assertThat(samples)
                        .as(block.toString())
                        .anyMatch(sample -> sample.contains(withoutIndentation(method)));
            }
        }
    }
}
