package dev.cairn.benchmarks.cloud;

import dev.cairn.benchmarks.Machine;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How many small tasks are run in a second with their records in PostgreSQL, near it and far from it. The contenders take turns. */
public final class CloudBenchmark {
    private static final List<Duration> LATENCIES = List.of(Duration.ZERO, Duration.ofMillis(5));
    private static final List<Contender> CONTENDERS =
            List.of(new CairnTasks(), new BareRows(), new DbSchedulerTasks(), new SpringBatchTasks());

    private final String user;
    private final int port;
    private final int tasks;
    private final int rounds;
    private final Recorder recorder;
    private int databases;

    private CloudBenchmark(String user, int port, int tasks, int rounds) {
        this.user = user;
        this.port = port;
        this.tasks = tasks;
        this.rounds = rounds;
        this.recorder = new Recorder(rounds, "postgresql", "HikariCP", "db-scheduler", "spring-batch-core");
    }

    /**
     * Measures, prints a table, and writes it to {@code report}.
     *
     * @param user who may create databases, without a password
     * @param port the port of the server on this machine
     * @param quick whether fewer tasks and rounds are enough
     * @throws Exception if a contender fails
     */
    public static void run(String user, int port, boolean quick, Path report) throws Exception {
        CloudBenchmark benchmark = new CloudBenchmark(user, port, quick ? 2_000 : 10_000, quick ? 1 : 3);
        String text = benchmark.measured();
        System.out.print(text);
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, text);
        FigureFile.write(FigureFile.beside(report), benchmark.recorder.groups());
    }

    private record Key(String contender, Duration latency) {}

    /**
     * What a task took.
     *
     * @param rate how many there were in a second
     * @param here the processor time of this process, in microseconds
     * @param server that of the server
     */
    private record PerTask(double rate, double here, double server) {
        static PerTask of(Cost cost, int tasks) {
            return new PerTask(tasks / cost.seconds(), 1e6 * cost.here() / tasks, 1e6 * cost.server() / tasks);
        }
    }

    /** One round before the others does not count. */
    private String measured() throws Exception {
        Map<Key, List<PerTask>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Duration latency : LATENCIES) {
                for (Contender contender : CONTENDERS) {
                    PerTask perTask = measure(contender, latency);
                    if (round > 0) {
                        measured.computeIfAbsent(new Key(contender.name(), latency), unused -> new ArrayList<>())
                                .add(perTask);
                        recorder.add(
                                latency.toMillis() + " ms away",
                                contender.name() + ", tasks in a second",
                                perTask.rate(),
                                0);
                    }
                }
            }
        }
        return text(measured);
    }

    private PerTask measure(Contender contender, Duration latency) throws Exception {
        int given = contender.tasks(tasks);
        Database administration = new Database(user, port, "postgres");
        String name = "benchmark" + ++databases;
        administration.execute("CREATE DATABASE " + name);
        try (SlowNetwork network = new SlowNetwork(port, latency)) {
            return PerTask.of(
                    contender.run(new Database(user, network.port(), name), given, Meter.of(administration)), given);
        } finally {
            administration.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private String text(Map<Key, List<PerTask>> measured) throws IOException {
        StringBuilder text = new StringBuilder("# PostgreSQL\n\n" + Machine.virtualMachine() + "; " + Machine.hardware()
                + "; load " + Machine.load() + ". " + tasks
                + " tasks with one small result each, and less of them for the slower"
                + " ones; `fsync` is on. Median of " + rounds
                + " rounds, in brackets the least and the greatest. Processor time, of this process with the network in it and of the"
                + " server, in microseconds for a task.\n\n| | tasks in a second, 0 ms | 5 ms | time here, 0 ms | of the server |\n"
                + "| --- | --- | --- | --- | --- |\n");
        for (Contender contender : CONTENDERS) {
            text.append("| ").append(contender.name());
            for (Duration latency : LATENCIES) {
                text.append(" | ").append(spread(measured, contender, latency, PerTask::rate));
            }
            text.append(" | ")
                    .append(spread(measured, contender, Duration.ZERO, PerTask::here))
                    .append(" | ")
                    .append(spread(measured, contender, Duration.ZERO, PerTask::server))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String spread(
            Map<Key, List<PerTask>> measured, Contender contender, Duration latency, Function<PerTask, Double> value) {
        List<PerTask> of = Objects.requireNonNull(measured.get(new Key(contender.name(), latency)));
        return Spread.of(of.stream().map(value).toList()).text(0);
    }
}
