package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** What the benchmark compares with: a workflow that starts one activity per item, with some hundred at a time. */
@WorkflowInterface
public interface BareWorkflow {
    /** Runs all items. */
    @WorkflowMethod
    void run(String run, int items, int millis);

    /** The workflow. */
    final class Impl implements BareWorkflow {
        private static final int MOST_PENDING = 500;

        private int pending;

        @Override
        public void run(String run, int items, int millis) {
            BareActivity activity = Workflow.newActivityStub(
                    BareActivity.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(5))
                            .build());
            for (int item = 0; item < items; item++) {
                Workflow.await(() -> pending < MOST_PENDING);
                pending++;
                Async.procedure(activity::work, run, item, millis).thenApply(nothing -> pending--);
            }
            Workflow.await(() -> pending == 0);
        }
    }
}
