package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What workers do for a {@link FlowWorkflow}. */
@ActivityInterface
public interface FlowActivities {
    /** Runs an attempt, and what follows it as long as nothing else could start. */
    @ActivityMethod(name = "cairn-chain")
    ChainOutcome chain(ChainTask task);

    /** Brings elements of a foreach to their join. */
    @ActivityMethod(name = "cairn-slice")
    SliceOutcome slice(SliceTask task);

    /** Gives the signs of life of a run, until somebody asks to stop it. */
    @ActivityMethod(name = "cairn-keep")
    void keep(RunTask task);

    /** Stores how a run ended. */
    @ActivityMethod(name = "cairn-finish")
    void finish(RunTask task);
}
