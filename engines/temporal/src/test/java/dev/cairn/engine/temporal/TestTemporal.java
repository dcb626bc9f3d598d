package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.RemoteEngine;
import dev.cairn.engine.RunRequest;
import dev.cairn.runtime.definition.FlowDefinition;
import java.time.Duration;
import java.util.List;

/** Engines and workers of the server for tests, with smaller limits. For tests of other packages too. */
public final class TestTemporal implements AutoCloseable {
    /** Limits under which small runs need slices, child workflows and workflows that go on. */
    static final Limits SMALL = new Limits(200, 5, 20, 3, 60, 1_500, 8, 4);

    private static final String NAMESPACE = "default";

    private final LoopbackServer server = new LoopbackServer();

    /** Host and port. */
    public String target() {
        return server.target();
    }

    /** The URL of a task queue. */
    public String url(String queue) {
        return "temporal://" + target() + "/" + NAMESPACE + "/" + queue;
    }

    /** An engine as users get it. */
    public RemoteEngine engine(String queue) {
        return Temporal.at(target(), NAMESPACE, queue);
    }

    /** An engine with small limits. */
    public RemoteEngine smallEngine(String queue) {
        return engine(queue, SMALL);
    }

    RemoteEngine engine(String queue, Limits limits) {
        return new TemporalEngine(new TemporalAddress(target(), NAMESPACE, queue), limits);
    }

    /** A worker that has begun. */
    public TemporalWorker worker(
            String queue, List<? extends FlowDefinition<?>> flows, Datastore datastore, int workers) {
        return worker(queue, flows, datastore, workers, RunRequest::changedSteps);
    }

    /** A worker that has begun, and that knows its code otherwise. */
    TemporalWorker worker(
            String queue,
            List<? extends FlowDefinition<?>> flows,
            Datastore datastore,
            int workers,
            CodeComparison code) {
        TemporalWorker worker = new TemporalWorker(
                new TemporalAddress(target(), NAMESPACE, queue),
                flows,
                new WorkerSettings(datastore, workers, code, Duration.ofMillis(200), Duration.ofSeconds(5)));
        worker.start();
        return worker;
    }

    /** The largest message that was sent to the server by this process, in bytes. */
    public static int largestPayload() {
        return PayloadLimit.LARGEST.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
