package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What workers do for a {@link FlowWorkflow}. */
@ActivityInterface
public interface FlowActivities {
    /**
     * Runs an attempt, and what follows it as long as nothing else could start.
     *
     * @param task the attempt, and how long to go on after it
     * @return where the chain ended, and how that attempt ended
     */
    @ActivityMethod(name = "cairn-chain")
    ChainOutcome chain(ChainTask task);

    /**
     * Brings elements of a foreach to their join.
     *
     * @param task the elements, and how long to go on
     * @return how far the slice came, and which elements did not come to the join
     */
    @ActivityMethod(name = "cairn-slice")
    SliceOutcome slice(SliceTask task);

    /**
     * Gives the signs of life of a run, until somebody asks to stop it.
     *
     * @param task the run; nothing else of it is read
     */
    @ActivityMethod(name = "cairn-keep")
    void keep(RunTask task);

    /**
     * Stores how a run ended.
     *
     * @param task the run, its status, and the task that failed first
     */
    @ActivityMethod(name = "cairn-finish")
    void finish(RunTask task);
}
