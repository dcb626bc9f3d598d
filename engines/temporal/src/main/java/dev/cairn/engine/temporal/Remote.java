package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a workflow starts: activities and child workflows. They are retried without end, because what a step throws is a result: what is
 * retried is a worker that was lost, or a datastore that does not respond. Workflow code.
 */
final class Remote {
    /** A slice ends after some seconds, and a step may take months. Workers that die are noticed by their heartbeats. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Limits limits;
    private final String queue;
    private final FlowActivities keeper;
    private final Map<String, FlowActivities> tasks =
            new HashMap<>(); // by suffix; to make one takes longer than to call it

    Remote(Limits limits) {
        this.limits = limits;
        this.queue = Workflow.getInfo().getTaskQueue();
        this.keeper = activities(limits, TemporalAddress.keeperQueue(queue));
    }

    /** Those of workers on the queue of the run, or on one whose name has something more. */
    private FlowActivities tasks(String suffix) {
        return tasks.computeIfAbsent(suffix, each -> activities(limits, queue + each));
    }

    private static FlowActivities activities(Limits limits, String queue) {
        return Workflow.newActivityStub(
                FlowActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(queue)
                        .setStartToCloseTimeout(LONGEST)
                        .setHeartbeatTimeout(Duration.ofMillis(limits.heartbeatMillis()))
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(FIRST_WAIT)
                                .setMaximumInterval(LONGEST_WAIT)
                                .build())
                        .build());
    }

    Promise<ChainOutcome> chain(String suffix, ChainTask task) {
        return Async.function(tasks(suffix)::chain, task);
    }

    Promise<SliceOutcome> slice(String suffix, SliceTask task) {
        return Async.function(tasks(suffix)::slice, task);
    }

    Promise<Void> keep(RunTask task) {
        return Async.procedure(keeper::keep, task);
    }

    void finish(RunTask task) {
        keeper.finish(task);
    }

    Promise<ScopeOutcome> child(Scope scope) {
        ChildWorkflowOptions options = ChildWorkflowOptions.newBuilder()
                .setWorkflowId(scope.run() + "/" + scope.opener() + "/" + scope.from() + "-" + (scope.to() - 1))
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build();
        return Async.function(Workflow.newChildWorkflowStub(FlowWorkflow.class, options)::run, scope);
    }

    /** Whether something ended because it was told to. */
    static boolean isCancel(RuntimeException problem) {
        return problem instanceof CanceledFailure
                || problem instanceof TemporalFailure && problem.getCause() instanceof CanceledFailure;
    }
}
