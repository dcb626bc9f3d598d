package dev.cairn.engine.temporal;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;

/** {@link FlowWorkflow} for the flows of a worker. */
final class FlowWorkflowImpl implements FlowWorkflow {
    private final WorkerFlows flows;

    FlowWorkflowImpl(WorkerFlows flows) {
        this.flows = flows;
    }

    @Override
    public ScopeOutcome run(Scope scope) {
        WorkerFlow<?> flow = flows.find(scope);
        FlowDrive drive = new FlowDrive(scope, flow, CancellationScope.current());
        Workflow.newDetachedCancellationScope(drive::run).run(); // which goes on after a cancel, until all has ended
        if (drive.next() != null) {
            Workflow.continueAsNew(drive.next());
        } else if (CancellationScope.current().isCancelRequested()) {
            throw new CanceledFailure("run " + scope.flow() + "/" + scope.run() + " was stopped");
        }
        return new ScopeOutcome(drive.failed());
    }
}
