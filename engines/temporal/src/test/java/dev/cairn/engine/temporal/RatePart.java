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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process of {@link RateBenchmark}. Its arguments are what it does, the URL of the engine, that of the datastore, and numbers: how many tasks,
 * for how many milliseconds each, and how many in a run before, which is not measured; or how many activities at once. Whoever starts something
 * prints for how long it ran, and the id of the run. It has connected to the server before.
 */
final class RatePart {
    private final TemporalAddress address;
    private final Datastore datastore;

    private RatePart(TemporalAddress address, Datastore datastore) {
        this.address = address;
        this.datastore = datastore;
    }

    public static void main(String[] arguments) throws Exception {
        try (Datastore datastore = Datastore.of(arguments[2])) {
            RatePart part = new RatePart(TemporalAddress.parse(arguments[1]), datastore);
            int first = Integer.parseInt(arguments[3]);
            if (arguments[0].equals("bare-worker")) {
                part.bareWorker(first);
            }
            int millis = Integer.parseInt(arguments[4]);
            int before = Integer.parseInt(arguments[5]);
            try (TemporalConnection connection = TemporalConnection.open(part.address)) {
                if (before > 0) {
                    part.run(arguments[0], connection, before, millis);
                }
                long start = System.nanoTime();
                String run = part.run(arguments[0], connection, first, millis);
                System.out.println("seconds " + (System.nanoTime() - start) / 1e9 + " " + run);
            }
        }
        System.exit(0);
    }

    /** Runs something to its end; the id of the run. */
    private String run(String what, TemporalConnection connection, int tasks, int millis) {
        return switch (what) {
            case "cairn-foreach" -> cairn("Fan", Map.of("items", tasks, "millis", millis));
            case "cairn-loop" -> cairn("Rounds", Map.of("rounds", tasks));
            case "bare-foreach" ->
                bare(run -> connection
                        .client()
                        .newWorkflowStub(BareWorkflow.class, options(run))
                        .run(run, tasks, millis));
            case "bare-loop" ->
                bare(run -> connection
                        .client()
                        .newWorkflowStub(BareLoop.class, options(run))
                        .run(run, 0, tasks));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String cairn(String flow, Map<String, Integer> parameters) {
        FlowDefinition<?> definition = ServiceLoader.load(FlowProvider.class).stream()
                .map(provider -> provider.get().definition())
                .filter(each -> each.name().equals(flow))
                .findFirst()
                .orElseThrow();
        TestRun<?> run =
                TestRun.of(definition).datastore(datastore).engine(new TemporalEngine(address, Limits.STANDARD));
        parameters.forEach(run::parameter);
        return run.run().id();
    }

    private String bare(Consumer<String> workflow) {
        RunId run = RunId.next(Clock.systemUTC());
        datastore
                .runs()
                .create(RunRecord.builder(run, "Bare", "com.acme.Bare", Instant.now())
                        .build());
        workflow.accept(run.toString());
        return run.toString();
    }

    private WorkflowOptions options(String run) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(run)
                .setTaskQueue(address.taskQueue())
                .build();
    }

    private void bareWorker(int atOnce) throws InterruptedException {
        WorkerFactory factory =
                WorkerFactory.newInstance(TemporalConnection.open(address).client());
        Worker worker = factory.newWorker(
                address.taskQueue(),
                WorkerOptions.newBuilder()
                        .setMaxConcurrentActivityExecutionSize(atOnce)
                        .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                        .build());
        worker.registerWorkflowImplementationTypes(BareWorkflow.Impl.class, BareLoop.Impl.class);
        worker.registerActivitiesImplementations((BareActivity) this::store);
        factory.start();
        System.out.println("worker");
        TimeUnit.DAYS.sleep(1);
    }

    /** What a task of {@code Fan} leaves. */
    private void store(String run, int item, int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Instant now = Instant.now();
        byte[] value = {1, (byte) item, (byte) (item >> 8)};
        ArtifactRef square = new ArtifactRef(Address.ofContent(value), value.length, "long", now, false, value);
        TaskRecord record = TaskRecord.builder(
                        new RunId(run), TaskId.parse("work/" + item), 0, TaskStatus.SUCCEEDED, now, now)
                .artifacts(Map.of("square", square))
                .next(List.of("join"))
                .parents(List.of(TaskId.of("start")))
                .build();
        datastore.runs().commit(new TaskCommit(record, Map.of())).join();
    }
}
