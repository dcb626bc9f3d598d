package dev.cairn.engine.temporal;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A foreach on two workers, beside a bare workflow whose activities write the same records to the same kind of store. Server, workers and
 * starter are new processes for each figure, and both take turns. {@code benchmarks/temporal} runs it: items, milliseconds, rounds.
 */
final class RateBenchmark {
    private static final int AT_ONCE = 4;

    private RateBenchmark() {}

    /** Arguments of the benchmark, or the name of a part of it that is a process of its own. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "bare-worker" -> bareWorker(arguments[1], arguments[2]);
            case "bare" ->
                bare(arguments[1], arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            case "cairn" ->
                cairn(arguments[1], arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            default -> measure(arguments);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[2]);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double cairn = rate("cairn", arguments[0], arguments[1]);
            double bare = rate("bare", arguments[0], arguments[1]);
            ratios.add(cairn / bare);
            System.out.printf(
                    "%s items of %s ms: Cairn %.0f/s, bare %.0f/s%n", arguments[0], arguments[1], cairn, bare);
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(
                "ratio: median %.1f, from %.1f to %.1f; on %d processors%n",
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                Runtime.getRuntime().availableProcessors());
    }

    private static double rate(String what, String items, String millis) throws Exception {
        Path directory = Files.createTempDirectory("cairn-rate");
        String store = "file:" + directory.resolve("store");
        try (OtherProcess server = OtherProcess.java(directory, LoopbackServer.class.getName())) {
            String url = "temporal://" + server.awaitLine(line -> line.startsWith("127.")) + "/default/flows";
            try (OtherProcess one = worker(what, directory, url, store);
                    OtherProcess two = worker(what, directory, url, store);
                    OtherProcess starter = OtherProcess.java(
                            directory, RateBenchmark.class.getName(), what, url, store, items, millis)) {
                String seconds = starter.awaitLine(line -> line.startsWith("seconds "));
                one.kill();
                two.kill();
                return Integer.parseInt(items) / Double.parseDouble(seconds.substring("seconds ".length()));
            }
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static OtherProcess worker(String what, Path directory, String url, String store) throws Exception {
        OtherProcess worker = what.equals("bare")
                ? OtherProcess.java(directory, RateBenchmark.class.getName(), "bare-worker", url, store)
                : OtherProcess.cairn(
                        directory, "worker", "--engine", url, "--datastore", store, "--max-workers", "" + AT_ONCE);
        worker.awaitLine(line -> line.startsWith("worker"));
        return worker;
    }

    private static void cairn(String url, String store, int items, int millis) {
        FlowDefinition<?> fan = ServiceLoader.load(FlowProvider.class).stream()
                .map(provider -> provider.get().definition())
                .filter(definition -> definition.name().equals("Fan"))
                .findFirst()
                .orElseThrow();
        try (Datastore datastore = Datastore.of(store)) {
            long start = System.nanoTime();
            TestRun.of(fan)
                    .parameter("items", items)
                    .parameter("millis", millis)
                    .datastore(datastore)
                    .engine(new TemporalEngine(TemporalAddress.parse(url), Limits.STANDARD))
                    .run();
            System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        }
        System.exit(0);
    }

    private static void bare(String url, String store, int items, int millis) {
        TemporalAddress address = TemporalAddress.parse(url);
        try (Datastore datastore = Datastore.of(store);
                TemporalConnection connection = TemporalConnection.open(address)) {
            long start = System.nanoTime();
            RunId run = RunId.next(Clock.systemUTC());
            datastore
                    .runs()
                    .create(RunRecord.builder(run, "Bare", "com.acme.Bare", Instant.now())
                            .build());
            connection
                    .client()
                    .newWorkflowStub(
                            BareWorkflow.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(address.taskQueue())
                                    .build())
                    .run(run.toString(), items, millis);
            System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
        }
        System.exit(0);
    }

    private static void bareWorker(String url, String store) throws InterruptedException {
        TemporalAddress address = TemporalAddress.parse(url);
        Datastore datastore = Datastore.of(store);
        WorkerFactory factory =
                WorkerFactory.newInstance(TemporalConnection.open(address).client());
        Worker worker = factory.newWorker(
                address.taskQueue(),
                WorkerOptions.newBuilder()
                        .setMaxConcurrentActivityExecutionSize(AT_ONCE)
                        .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                        .build());
        worker.registerWorkflowImplementationTypes(BareWorkflow.Impl.class);
        worker.registerActivitiesImplementations(
                (BareActivity) (run, item, millis) -> store(datastore, run, item, millis));
        factory.start();
        System.out.println("worker");
        TimeUnit.DAYS.sleep(1);
    }

    private static void store(Datastore datastore, String run, int item, int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Instant now = Instant.now();
        byte[] value = {1, (byte) item, (byte) (item >> 8)};
        ArtifactRef square = new ArtifactRef(Address.ofContent(value), value.length, "long", now, false, value);
        datastore
                .runs()
                .commit(new TaskCommit(
                        TaskRecord.builder(
                                        new RunId(run), TaskId.parse("work/" + item), 0, TaskStatus.SUCCEEDED, now, now)
                                .artifacts(Map.of("square", square))
                                .next(List.of("join"))
                                .parents(List.of(TaskId.of("start")))
                                .build(),
                        Map.of()))
                .join();
    }
}
