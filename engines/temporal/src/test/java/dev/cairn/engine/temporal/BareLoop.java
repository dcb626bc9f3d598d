package dev.cairn.engine.temporal;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** What the benchmark compares with: a workflow that runs local activities one after the other, and continues as new after a thousand. */
@WorkflowInterface
public interface BareLoop {
    /** Runs the rounds from one on. */
    @WorkflowMethod
    void run(String run, int round, int rounds);

    /** The workflow. */
    final class Impl implements BareLoop {
        private static final int ROUNDS_OF_A_WORKFLOW = 1_000;

        @Override
        public void run(String run, int round, int rounds) {
            BareActivity activity = Workflow.newLocalActivityStub(
                    BareActivity.class,
                    LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(5))
                            .build());
            int end = Math.min(rounds, round + ROUNDS_OF_A_WORKFLOW);
            for (int next = round; next < end; next++) {
                activity.work(run, next, 0);
            }
            if (end < rounds) {
                Workflow.newContinueAsNewStub(BareLoop.class).run(run, end, rounds);
            }
        }
    }
}
