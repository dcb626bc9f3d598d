package dev.cairn.benchmarks.output;

import dev.cairn.benchmarks.Machine;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Recorder;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.OutputListener;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a line costs the step that writes it, beside {@code println} without Cairn into a file. The ways take turns. */
public final class OutputBenchmark {
    private static final int LINES = 200_000;
    private static final int ROUNDS = 7; // and one before, which does not count

    private static final OutputListener NOBODY = (path, line) -> {};

    private OutputBenchmark() {}

    /**
     * Measures, prints a table, and writes it to {@code report}.
     *
     * @param directory where stores are made
     */
    public static void run(Path directory, Path report) throws IOException {
        Path work = Files.createTempDirectory(Files.createDirectories(directory), "output-");
        Map<String, UnaryOperator<PrintingRunner.Builder>> ways = new LinkedHashMap<>();
        ways.put("`println` into a file, not captured", run -> run.captureOutput(false));
        ways.put("`println`, captured, `memory:`", run -> run.datastore(Datastore.inMemory()));
        ways.put("`println`, captured, `file:`", run -> run);
        ways.put(
                "`println`, captured, `file:`, and printed into a file",
                run -> run.outputListener(OutputListener.standard()));
        ways.put("`task.log`, `file:`", run -> run.logged(true));
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        Recorder recorder = new Recorder(ROUNDS);
        PrintStream out = System.out;
        try (Datastore datastore = Datastore.of("file:" + work.resolve("store"));
                PrintStream file = new PrintStream(
                        new BufferedOutputStream(Files.newOutputStream(work.resolve("printed"))),
                        true,
                        StandardCharsets.UTF_8)) {
            System.setOut(file);
            for (int round = 0; round <= ROUNDS; round++) {
                boolean counts = round > 0;
                ways.forEach((name, way) -> {
                    double nanoseconds = nanoseconds(way, datastore);
                    if (counts) {
                        measured.computeIfAbsent(name, unused -> new ArrayList<>())
                                .add(nanoseconds);
                    }
                });
            }
        } finally {
            System.setOut(out);
        }
        String text = text(measured);
        out.print(text);
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, text);
        measured.forEach((name, values) -> recorder.add("lines", name + ", ns", values, 0, ""));
        FigureFile.write(FigureFile.beside(report), recorder.groups());
    }

    private static double nanoseconds(UnaryOperator<PrintingRunner.Builder> way, Datastore datastore) {
        PrintingRunner.Builder run =
                PrintingRunner.builder().lines(LINES).datastore(datastore).outputListener(NOBODY);
        return (double) way.apply(run).run().end().nanoseconds() / LINES;
    }

    private static String text(Map<String, List<Double>> measured) {
        StringBuilder text = new StringBuilder("# Output\n\n" + Machine.virtualMachine() + "; " + Machine.hardware()
                + "; load " + Machine.load() + ". " + LINES + " lines by one step, median of " + ROUNDS
                + " rounds, in brackets the least and the greatest.\n\n| | ns per line |\n| --- | --- |\n");
        measured.forEach((name, values) -> text.append("| ")
                .append(name)
                .append(" | ")
                .append(Spread.of(values).text(0))
                .append(" |\n"));
        return text.toString();
    }
}
