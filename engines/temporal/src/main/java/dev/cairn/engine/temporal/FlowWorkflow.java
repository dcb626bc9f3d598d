package dev.cairn.engine.temporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Drives a run, or a part of one. There is one for all flows. */
@WorkflowInterface
public interface FlowWorkflow {
    /** The name under which Temporal shows it. */
    String NAME = "cairn";

    /** Drives a scope to its end. */
    @WorkflowMethod(name = NAME)
    ScopeOutcome run(Scope scope);
}
