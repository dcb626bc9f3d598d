package dev.cairn.benchmarks.temporal;

import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flows on two workers of Temporal, beside bare workflows. {@code benchmarks/temporal} measures them, with Temporal's SDK, which the other
 * benchmarks do not have, and writes the report; this keeps the figures that it prints.
 */
public final class TemporalBenchmark {
    private static final int ROUNDS = 3;
    private static final Map<String, String> CONTENDERS =
            Map.of("cairn", "Cairn", "bare", "bare workflow", "ideal", "ideal");
    private static final Pattern FIGURE = Pattern.compile("(cairn|bare|ideal)-(\\w+) Figure\\[rate=([\\d.E]+),.*");

    private TemporalBenchmark() {}

    /**
     * Measures, and writes the figures beside the report.
     *
     * @param rounds how often; 0 for what is usual
     * @throws IOException if it cannot be measured
     */
    public static void run(boolean quick, int rounds, Path report) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "benchmarks/temporal"));
        int times = rounds > 0 ? rounds : quick ? 1 : ROUNDS;
        if (quick) {
            command.add("--quick");
        }
        command.addAll(List.of("--rounds", String.valueOf(times)));
        Recorder recorder = new Recorder(times);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> note(line, recorder));
        }
        requireSuccess(process);
        FigureFile.write(FigureFile.beside(report), recorder.groups());
    }

    /** Notes what a line says of a figure; other lines are only printed. */
    static void note(String line, Recorder recorder) {
        System.out.println(line);
        Matcher figure = FIGURE.matcher(line);
        if (figure.matches()) {
            String who = CONTENDERS.get(figure.group(1));
            recorder.add(figure.group(2), who + ", tasks in a second", Double.parseDouble(figure.group(3)), 0);
        }
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
