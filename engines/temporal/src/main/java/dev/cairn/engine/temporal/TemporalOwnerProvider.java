package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwnerProvider;
import dev.cairn.engine.EngineException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import java.util.concurrent.TimeUnit;

/** Asks a Temporal server whether the workflow of a run is open: if it is, the run lives, whether there are workers at the moment or not. */
public final class TemporalOwnerProvider implements RunOwnerProvider {
    private static final long PATIENCE_SECONDS = 5;

    /** Called by {@link java.util.ServiceLoader}. */
    public TemporalOwnerProvider() {}

    @Override
    public String scheme() {
        return "temporal";
    }

    @Override
    public RunLife life(String url, RunId run) {
        TemporalAddress address = TemporalAddress.parse(url);
        try (TemporalConnection connection = TemporalConnection.open(address)) {
            return life(connection, address.namespace(), run);
        } catch (EngineException e) {
            return RunLife.UNKNOWN;
        }
    }

    static RunLife life(TemporalConnection connection, String namespace, RunId run) {
        try {
            WorkflowExecutionStatus status = connection
                    .stubs()
                    .blockingStub()
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace)
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run.toString()))
                            .build())
                    .getWorkflowExecutionInfo()
                    .getStatus();
            return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING ? RunLife.ALIVE : RunLife.GONE;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() == Status.Code.NOT_FOUND ? RunLife.ABSENT : RunLife.UNKNOWN;
        }
    }
}
