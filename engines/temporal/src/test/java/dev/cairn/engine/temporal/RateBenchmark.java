package dev.cairn.engine.temporal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A foreach on two workers beside a bare workflow whose activities write the same records to the same kind of store, and a loop beside local
 * activities. Server, workers and starter are new processes for each figure, and the contenders take turns. {@code benchmarks/temporal}
 * runs it; {@code benchmarks/README.md} says how.
 */
final class RateBenchmark {
    private static final int WORKERS = 2;

    /** How many tasks a worker of Cairn runs at once; a bare one has as many where its activities sleep. */
    private static final int AT_ONCE = 4;

    /** What a bare worker comes with. */
    private static final int AT_ONCE_BY_DEFAULT = 200;

    private final int items;
    private final int millis;
    private final int rounds;
    private final Map<String, List<Figure>> figures = new TreeMap<>();

    /**
     * One measurement.
     *
     * @param rate tasks in a second
     * @param events the events of the histories of all workflows; of Cairn only
     * @param bytes the size of the longest history
     */
    record Figure(double rate, int events, long bytes) {}

    private RateBenchmark(int items, int millis, int rounds) {
        this.items = items;
        this.millis = millis;
        this.rounds = rounds;
    }

    /** Arguments: items, milliseconds of the slow ones, iterations of the loop, how often, and the file of the report. */
    public static void main(String[] arguments) throws Exception {
        int items = Integer.parseInt(arguments[0]);
        int millis = Integer.parseInt(arguments[1]);
        RateBenchmark benchmark = new RateBenchmark(items, millis, Integer.parseInt(arguments[2]));
        for (int round = Integer.parseInt(arguments[3]); round > 0; round--) {
            benchmark.measure();
        }
        RateReport report = new RateReport(items, millis, benchmark.rounds, WORKERS, WORKERS * AT_ONCE);
        String text = report.text(benchmark.figures);
        System.out.println(text);
        Files.writeString(Path.of(arguments[4]), text);
        System.exit(0);
    }

    private void measure() throws Exception {
        measure("cairn-foreach", items, 0);
        measure("bare-foreach", items, 0);
        measure("cairn-slow", items, millis);
        measure("bare-slow", items, millis);
        measure("cairn-loop", rounds, 0);
        measure("bare-loop", rounds, 0);
    }

    private void measure(String what, int tasks, int taskMillis) throws Exception {
        Path directory = Files.createTempDirectory("cairn-rate");
        String store = "file:" + directory.resolve("store");
        List<OtherProcess> processes = new ArrayList<>();
        try {
            OtherProcess server = start(processes, directory, LoopbackServer.class.getName());
            String target = server.awaitLine(line -> line.startsWith("127."));
            String url = "temporal://" + target + "/default/flows";
            for (int worker = 0; worker < WORKERS; worker++) {
                worker(processes, what, directory, url, store).awaitLine(line -> line.startsWith("worker"));
            }
            String part = what.replace("slow", "foreach");
            OtherProcess starter = start(
                    processes, directory, RatePart.class.getName(), part, url, store, "" + tasks, "" + taskMillis);
            String[] ended =
                    starter.awaitLine(line -> line.startsWith("seconds ")).split(" ");
            Figure figure = figure(tasks / Double.parseDouble(ended[1]), target, what, ended[2]);
            System.out.println(what + " " + figure);
            figures.computeIfAbsent(what, each -> new ArrayList<>()).add(figure);
        } finally {
            for (OtherProcess process : processes) {
                process.kill();
            }
            delete(directory);
        }
    }

    private static Figure figure(double rate, String target, String what, String run) {
        if (what.startsWith("bare")) {
            return new Figure(rate, 0, 0);
        }
        Histories histories = Histories.of(target, run);
        return new Figure(rate, histories.events(), histories.bytesOfLongest());
    }

    private static OtherProcess start(List<OtherProcess> processes, Path directory, String main, String... arguments)
            throws IOException {
        OtherProcess process = OtherProcess.java(directory, List.of(), main, arguments);
        processes.add(process);
        return process;
    }

    private static OtherProcess worker(
            List<OtherProcess> processes, String what, Path directory, String url, String store) throws IOException {
        if (what.startsWith("bare")) {
            int atOnce = what.equals("bare-slow") ? AT_ONCE : AT_ONCE_BY_DEFAULT;
            return start(processes, directory, RatePart.class.getName(), "bare-worker", url, store, "" + atOnce, "0");
        }
        String[] worker = {"worker", "--engine", url, "--datastore", store, "--max-workers", "" + AT_ONCE};
        return start(processes, directory, "dev.cairn.cli.Main", worker);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
