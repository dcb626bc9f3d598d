package dev.cairn.engine.temporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Drives a run, or a part of one. There is one for all flows. */
@WorkflowInterface
public interface FlowWorkflow {
    /** The name under which Temporal shows it. */
    String NAME = "cairn";

    /**
     * Drives a scope to its end.
     *
     * @param scope the run, or the elements of a foreach in it
     * @return how it ended; a task that failed is named here, and is not a failure of the workflow
     */
    @WorkflowMethod(name = NAME)
    ScopeOutcome run(Scope scope);
}
