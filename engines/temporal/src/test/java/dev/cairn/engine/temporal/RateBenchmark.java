package dev.cairn.engine.temporal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A foreach on two workers beside a bare workflow whose activities write the same records to the same kind of store, and a loop beside local
 * activities. Server, workers and starter are new processes for each figure, and the contenders take turns. {@code benchmarks/temporal}
 * runs it; {@code benchmarks/README.md} says how.
 */
final class RateBenchmark {
    private static final int WORKERS = 2;

    /** How many tasks a worker of Cairn runs at once. */
    private static final int AT_ONCE = 4;

    /** How many a worker runs at once where they sleep, a bare one too. */
    private static final int SLEEPING_AT_ONCE = 8;

    /** Of the items, in a run before the one that is measured, where there is one. */
    static final int PART_BEFORE = 10;

    /** What a bare worker comes with. */
    private static final int AT_ONCE_BY_DEFAULT = 200;

    /** What is not measured in that time is left out. */
    private static final Duration LONGEST = Duration.ofMinutes(14);

    private static final long START = System.nanoTime();

    /** What now runs, and where: it ends with this process, however that ends. */
    private static final Set<OtherProcess> RUNNING = ConcurrentHashMap.newKeySet();

    private static final Set<Path> DIRECTORIES = ConcurrentHashMap.newKeySet();

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
        Runtime.getRuntime().addShutdownHook(new Thread(RateBenchmark::clear));
        endInTime();
        benchmark.measure(Integer.parseInt(arguments[3]));
        RateReport report = new RateReport(items, millis, benchmark.rounds, WORKERS, WORKERS * SLEEPING_AT_ONCE);
        String text = report.text(benchmark.figures);
        System.out.println(text);
        Files.writeString(Path.of(arguments[4]), text);
        System.exit(0);
    }

    private static void clear() {
        try {
            for (OtherProcess process : RUNNING) {
                process.kill();
            }
            for (Path directory : DIRECTORIES) {
                delete(directory);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("not all of " + DIRECTORIES + " could be deleted");
        }
    }

    /** If something hangs, this process ends, and says so. */
    private static void endInTime() {
        Thread end = new Thread(
                () -> {
                    try {
                        Thread.sleep(LONGEST.toMillis());
                    } catch (InterruptedException e) {
                        return;
                    }
                    System.err.println(
                            "the benchmark was stopped: it did not end in " + LONGEST.toMinutes() + " minutes");
                    System.exit(1);
                },
                "end in time");
        end.setDaemon(true);
        end.start();
    }

    /** As many rounds as there is time for. */
    private void measure(int most) throws Exception {
        long longest = 0;
        for (int round = 0; round < most && System.nanoTime() - START + longest < LONGEST.toNanos(); round++) {
            long start = System.nanoTime();
            measure();
            longest = Math.max(longest, System.nanoTime() - start);
        }
    }

    private void measure() throws Exception {
        measure("cairn-foreach", items, 0, 0);
        measure("bare-foreach", items, 0, 0);
        measure("cairn-warm", items, 0, items / PART_BEFORE);
        measure("bare-warm", items, 0, items / PART_BEFORE);
        measure("cairn-loop", rounds, 0, 0);
        measure("bare-loop", rounds, 0, 0);
        measure("cairn-slow", items, millis, 0);
        double ideal = WORKERS * SLEEPING_AT_ONCE * 1000.0 / millis;
        System.out.println("ideal-slow " + new Figure(ideal, 0, 0));
        if (!figures.containsKey("bare-slow")) { // no ratio is to this
            measure("bare-slow", items, millis, 0);
        }
    }

    private void measure(String what, int tasks, int taskMillis, int before) throws Exception {
        Path directory = Files.createTempDirectory("cairn-rate");
        DIRECTORIES.add(directory);
        String store = "file:" + directory.resolve("store");
        List<OtherProcess> processes = new ArrayList<>();
        try {
            OtherProcess server = start(processes, directory, LoopbackServer.class.getName());
            String target = server.awaitLine(line -> line.startsWith("127."));
            String url = "temporal://" + target + "/default/flows";
            for (int worker = 0; worker < WORKERS; worker++) {
                worker(processes, what, directory, url, store).awaitLine(line -> line.startsWith("worker"));
            }
            String part = what.replace("slow", "foreach").replace("warm", "foreach");
            String[] arguments = {part, url, store, "" + tasks, "" + taskMillis, "" + before};
            OtherProcess starter = start(processes, directory, RatePart.class.getName(), arguments);
            String[] ended =
                    starter.awaitLine(line -> line.startsWith("seconds ")).split(" ");
            Figure figure = figure(tasks / Double.parseDouble(ended[1]), target, what, ended[2]);
            System.out.println(what + " " + figure);
            figures.computeIfAbsent(what, each -> new ArrayList<>()).add(figure);
        } finally {
            for (OtherProcess process : processes) {
                process.kill();
                RUNNING.remove(process);
            }
            delete(directory);
            DIRECTORIES.remove(directory);
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
        RUNNING.add(process);
        return process;
    }

    private static OtherProcess worker(
            List<OtherProcess> processes, String what, Path directory, String url, String store) throws IOException {
        boolean sleeping = what.endsWith("slow");
        if (what.startsWith("bare")) {
            int atOnce = sleeping ? SLEEPING_AT_ONCE : AT_ONCE_BY_DEFAULT;
            return start(processes, directory, RatePart.class.getName(), "bare-worker", url, store, "" + atOnce);
        }
        int atOnce = sleeping ? SLEEPING_AT_ONCE : AT_ONCE;
        String[] worker = {"worker", "--engine", url, "--datastore", store, "--max-workers", "" + atOnce};
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
