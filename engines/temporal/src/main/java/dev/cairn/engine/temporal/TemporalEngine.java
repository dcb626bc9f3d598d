package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.EngineException;
import dev.cairn.engine.RemoteEngine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFailure;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts runs on a Temporal server, and follows them. Thread-safe. */
final class TemporalEngine implements RemoteEngine {
    private final TemporalAddress address;
    private final Limits limits;

    TemporalEngine(TemporalAddress address, Limits limits) {
        this.address = address;
        this.limits = limits;
    }

    @Override
    public Optional<String> url() {
        return Optional.of(address.url());
    }

    @Override
    public void start(RunRequest<?> request) {
        requireShared(request.datastore());
        try (TemporalConnection connection = TemporalConnection.open(address)) {
            start(request, connection);
        }
    }

    @Override
    public Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException {
        requireShared(request.datastore());
        try (TemporalConnection connection = TemporalConnection.open(address)) {
            ServerLook look = new ServerLook(request, address, connection);
            try {
                startInterruptibly(request, connection);
                return request.follow(look);
            } catch (InterruptedException e) {
                look.cancel();
                throw e;
            }
        }
    }

    /** Whoever is interrupted meanwhile cannot know whether the server has started the run. */
    private void startInterruptibly(RunRequest<?> request, TemporalConnection connection) throws InterruptedException {
        try {
            start(request, connection);
        } catch (EngineException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while the run was started");
            }
            throw e;
        }
    }

    /** What only this process can open is of no use to workers. */
    static void requireShared(Datastore datastore) {
        if (datastore.url().startsWith("memory:")) {
            throw new EngineException(
                    "the datastore `" + datastore.url() + "` is in the memory of this process, so workers"
                            + " cannot open it. Use a datastore that all of them can open, such as postgresql:, or file: with a"
                            + " directory that they share.");
        }
    }

    private void start(RunRequest<?> request, TemporalConnection connection) {
        if (request.keepsGoing()) {
            throw new EngineException(
                    "a run on Temporal ends with its first failure, so it cannot keep going after one."
                            + " Leave `--keep-going`, or `keepGoing()`, out.");
        }
        FlowWorkflow workflow = connection
                .client()
                .newWorkflowStub(
                        FlowWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(request.run().toString())
                                .setTaskQueue(address.taskQueue())
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                                .build());
        Scope scope = Scope.ofRun(
                request.definition().name(),
                request.run().toString(),
                WorkerFlow.of(request.definition()).digest(),
                request.resumed(),
                limits);
        try {
            WorkflowClient.start(workflow::run, scope);
        } catch (WorkflowExecutionAlreadyStarted e) {
            // by a process that did not learn of it; it is the same run
        } catch (WorkflowServiceException e) {
            throw refused(e);
        }
    }

    private EngineException refused(WorkflowServiceException problem) {
        Status status = problem.getCause() instanceof StatusRuntimeException grpc ? grpc.getStatus() : Status.UNKNOWN;
        if (status.getCode() == Status.Code.NOT_FOUND) {
            return new EngineException(
                    "the Temporal server at " + address.target() + " has no namespace `" + address.namespace()
                            + "`. Create it, or name another one in `" + address.url() + "`.",
                    problem);
        }
        return new EngineException(
                "the Temporal server at " + address.target() + " refused the run: " + status.getCode()
                        + description(status.getDescription()) + ". Check its log.",
                problem);
    }

    private static String description(@Nullable String text) {
        return text == null ? "" : " (" + text + ")";
    }
}
