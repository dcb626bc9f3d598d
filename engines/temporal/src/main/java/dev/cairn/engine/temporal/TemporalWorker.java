package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Lease;
import dev.cairn.engine.EngineException;
import dev.cairn.engine.EngineWorker;
import dev.cairn.runtime.definition.FlowDefinition;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Executes the tasks of flows that a Temporal server hands out, and drives their workflows, on threads of this process. It needs the
 * classes of the flows, and the datastore of their runs. Any number of workers may serve one task queue. Thread-safe.
 */
public final class TemporalWorker implements EngineWorker {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How long it may take to report what has ended to the server. */
    private static final Duration REPORT = Duration.ofSeconds(2);

    private static final int MOST_RUNS = 1000;

    /** Set for a server that is only for tests: it knows no timeout of sticky queues, and hangs when a worker dies. */
    private static final String TEST_SERVER = "cairn.temporal.test.server";

    private final TemporalAddress address;
    private final WorkerFlows flows;
    private final WorkerSettings settings;
    private @Nullable TemporalConnection connection; // this and what follows: guarded by this
    private @Nullable WorkerFactory factory;
    private @Nullable AttachedRuns runs;
    private @Nullable FlowActivitiesImpl activities;
    private boolean closed;

    TemporalWorker(TemporalAddress address, List<? extends FlowDefinition<?>> flows, WorkerSettings settings) {
        this.address = address;
        this.flows = new WorkerFlows(flows);
        this.settings = settings;
    }

    /**
     * A worker for a task queue. It begins when it is started.
     *
     * @param target host and port of the server, such as {@code localhost:7233}
     * @param namespace the namespace of the server
     * @param taskQueue the task queue
     * @param flows the flows whose tasks it executes
     * @param datastore where their runs are stored; the worker does not close it
     * @param workers how many tasks it executes at once; at least 1
     * @return the worker, not started
     * @throws EngineException if no other process can open the datastore
     */
    public static TemporalWorker of(
            String target,
            String namespace,
            String taskQueue,
            List<? extends FlowDefinition<?>> flows,
            Datastore datastore,
            int workers) {
        TemporalEngine.requireShared(datastore);
        return new TemporalWorker(
                new TemporalAddress(target, namespace, taskQueue),
                flows,
                new WorkerSettings(datastore, workers, CodeComparison.FINGERPRINTS, Lease.RENEWAL.dividedBy(2), GRACE));
    }

    @Override
    public synchronized void start() {
        if (factory != null || closed) {
            throw new IllegalStateException("a worker is started once");
        }
        TemporalConnection opened = TemporalConnection.open(address);
        connection = opened;
        AttachedRuns attached = new AttachedRuns(flows, settings);
        runs = attached;
        FlowActivitiesImpl implementation = new FlowActivitiesImpl(
                attached, settings, UUID.randomUUID().toString().substring(0, 8));
        activities = implementation;
        WorkerFactory started = WorkerFactory.newInstance(opened.client());
        Worker tasks = started.newWorker(address.taskQueue(), options(settings.workers()));
        tasks.registerWorkflowImplementationFactory(FlowWorkflow.class, () -> new FlowWorkflowImpl(flows));
        tasks.registerActivitiesImplementations(implementation);
        Worker keeper = started.newWorker(TemporalAddress.keeperQueue(address.taskQueue()), options(MOST_RUNS));
        keeper.registerActivitiesImplementations(implementation);
        started.start();
        factory = started;
    }

    private static WorkerOptions options(int activities) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(activities)
                .setAllowActivityHeartbeatDuringShutdown(true);
        if (Boolean.getBoolean(TEST_SERVER)) {
            options.setStickyQueueScheduleToStartTimeout(Duration.ZERO);
        }
        return options.build();
    }

    /** Lets activities end before their next task; of a task that goes on for too long, nothing is stored, and another worker runs it. */
    private void endActivities() {
        AttachedRuns attached = Objects.requireNonNull(runs);
        Objects.requireNonNull(activities).close();
        try {
            if (!attached.awaitUnused(settings.grace())) {
                attached.abandon();
                attached.awaitUnused(REPORT);
            }
        } catch (InterruptedException e) {
            attached.abandon();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.shutdown(); // takes no more
            endActivities();
            factory.awaitTermination(REPORT.toMillis(), TimeUnit.MILLISECONDS);
            if (!factory.isTerminated()) {
                factory.shutdownNow(); // polls that the server holds; nothing that writes to the datastore
            }
            factory = null;
        }
        if (runs != null) {
            runs.close();
            runs = null;
        }
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
