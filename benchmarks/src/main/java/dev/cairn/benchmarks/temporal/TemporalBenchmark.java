package dev.cairn.benchmarks.temporal;

import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A foreach on two workers of Temporal, beside a bare workflow. {@code benchmarks/temporal} measures it, with Temporal's SDK, which the
 * other benchmarks do not have; this keeps what it prints.
 *
 * @param items of the foreach
 * @param rounds how often both are measured
 */
public record TemporalBenchmark(int items, int rounds) {
    private static final Pattern ROUND = Pattern.compile("(\\d+) items of \\d+ ms: Cairn (\\d+)/s, bare (\\d+)/s");
    private static final String GROUP = "foreach";

    /** The benchmark whose results are kept. */
    public static TemporalBenchmark full() {
        return new TemporalBenchmark(10_000, 3);
    }

    /** A shorter one, for a look. */
    public static TemporalBenchmark quick() {
        return new TemporalBenchmark(500, 1);
    }

    /**
     * Measures, and writes the report.
     *
     * @throws IOException if it cannot be measured
     */
    public void run(Path report) throws IOException {
        Recorder recorder = new Recorder(rounds);
        recorder.group(
                GROUP,
                String.format(Locale.ROOT, "A foreach of %,d items on two workers, beside a bare workflow.", items));
        Process process = new ProcessBuilder("bash", "benchmarks/temporal", "" + items, "0", "" + rounds)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> note(line, recorder));
        }
        requireSuccess(process);
        List<Group> groups = recorder.groups();
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, text(groups.get(0)));
        FigureFile.write(FigureFile.beside(report), groups);
    }

    /** Notes what a line says of a round; other lines are only printed. */
    static void note(String line, Recorder recorder) {
        System.out.println(line);
        Matcher round = ROUND.matcher(line);
        if (round.matches()) {
            recorder.add(GROUP, "Cairn, items in a second", Double.parseDouble(round.group(2)), 0);
            recorder.add(GROUP, "bare workflow, items in a second", Double.parseDouble(round.group(3)), 0);
        }
    }

    private static String text(Group group) {
        StringBuilder text = new StringBuilder("# Temporal\n\n").append(group.title());
        group.circumstances()
                .forEach((name, value) ->
                        text.append(' ').append(name).append(": ").append(value).append(';'));
        text.append("\n\n| | measured |\n| --- | ---: |\n");
        group.figures()
                .forEach(figure -> text.append(
                        "| %s | %s |\n".formatted(figure.name(), figure.spread().text(figure.decimals()))));
        return text.toString();
    }

    private static void requireSuccess(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("benchmarks/temporal failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }
}
