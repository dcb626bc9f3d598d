package dev.cairn.engine.temporal;

import dev.cairn.engine.EngineException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to a Temporal server. Thread-safe. */
final class TemporalConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    private TemporalConnection(WorkflowServiceStubs stubs, WorkflowClient client) {
        this.stubs = stubs;
        this.client = client;
    }

    /**
     * Connects.
     *
     * @throws EngineException if the server does not respond
     */
    static TemporalConnection open(TemporalAddress address) {
        WorkflowServiceStubs stubs = connect(address);
        WorkflowClient client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(address.namespace())
                        .setDataConverter(PayloadLimit.converter())
                        .build());
        return new TemporalConnection(stubs, client);
    }

    private static WorkflowServiceStubs connect(TemporalAddress address) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address.target())
                .build());
        try {
            stubs.connect(CONNECT);
        } catch (StatusRuntimeException | IllegalStateException e) {
            if (e instanceof StatusRuntimeException answer
                    && answer.getStatus().getCode() == Status.Code.UNIMPLEMENTED) { // a server without health checks
                return stubs;
            }
            stubs.shutdownNow();
            throw new EngineException(
                    "the Temporal server at " + address.target()
                            + " does not respond. Start it, or check host and port of `" + address.url() + "`.",
                    e);
        }
        return stubs;
    }

    WorkflowClient client() {
        return client;
    }

    WorkflowServiceStubs stubs() {
        return stubs;
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        stubs.awaitTermination(1, TimeUnit.SECONDS);
    }
}
