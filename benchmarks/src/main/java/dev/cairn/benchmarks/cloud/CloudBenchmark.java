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

    /** One round before the others does not count. */
    private String measured() throws Exception {
        Map<Key, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Duration latency : LATENCIES) {
                for (Contender contender : CONTENDERS) {
                    double rate = rate(contender, latency);
                    if (round > 0) {
                        rates.computeIfAbsent(new Key(contender.name(), latency), unused -> new ArrayList<>())
                                .add(rate);
                        recorder.add(
                                latency.toMillis() + " ms away", contender.name() + ", tasks in a second", rate, 0);
                    }
                }
            }
        }
        return text(rates);
    }

    private double rate(Contender contender, Duration latency) throws Exception {
        int given = contender.tasks(tasks);
        Database administration = new Database(user, port, "postgres");
        String name = "benchmark" + ++databases;
        administration.execute("CREATE DATABASE " + name);
        try (SlowNetwork network = new SlowNetwork(port, latency)) {
            return given / contender.seconds(new Database(user, network.port(), name), given);
        } finally {
            administration.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private String text(Map<Key, List<Double>> rates) throws IOException {
        StringBuilder text = new StringBuilder("# PostgreSQL\n\n" + Machine.virtualMachine() + "; " + Machine.hardware()
                + "; load " + Machine.load() + ". " + tasks
                + " tasks with one small result each, and less of them for the slower"
                + " ones; `fsync` is on. Tasks in a second, median of " + rounds
                + " rounds, in brackets the least and the greatest.\n\n| | 0 ms | 5 ms |\n| --- | --- | --- |\n");
        for (Contender contender : CONTENDERS) {
            text.append("| ").append(contender.name()).append(" |");
            for (Duration latency : LATENCIES) {
                text.append(' ')
                        .append(Spread.of(Objects.requireNonNull(rates.get(new Key(contender.name(), latency))))
                                .text(0))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
