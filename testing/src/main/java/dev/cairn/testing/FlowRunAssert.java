package dev.cairn.testing;

import dev.cairn.client.FlowRun;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.RunStatus;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a run.
 *
 * @param <S> the generated type of the flow's steps
 */
public final class FlowRunAssert<S> extends AbstractAssert<FlowRunAssert<S>, FlowRun<S>> {
    FlowRunAssert(FlowRun<S> run) {
        super(run, FlowRunAssert.class);
    }

    private Run run() {
        isNotNull();
        return actual.run();
    }

    /**
     * The run ended, and its end step finished.
     *
     * @return this
     */
    public FlowRunAssert<S> succeeded() {
        return hasStatus(RunStatus.SUCCEEDED);
    }

    /**
     * The run has this status.
     *
     * @param status the status that the datastore has for the run now
     * @return this
     */
    public FlowRunAssert<S> hasStatus(RunStatus status) {
        Run run = run();
        if (run.status() != status) {
            String reason = run.failure()
                    .map(failure -> ": " + failure.type() + ": " + failure.message())
                    .orElse("");
            String where = run.failedTask().map(task -> " in task " + task).orElse("");
            throw failure(
                    "expected run %s to be %s, but it is %s%s%s", run.pathspec(), status, run.status(), where, reason);
        }
        return this;
    }

    /**
     * The run failed, and this task failed first, such as {@code train/3}.
     *
     * @param task the id of the task, without the run
     * @return assertions on the newest attempt at this task
     */
    public TaskAssert failedIn(String task) {
        hasStatus(RunStatus.FAILED);
        String first = run().failedTask().orElse("no task");
        if (!first.equals(task)) {
            throw failure("expected run %s to fail in task %s, but %s failed first", run().pathspec(), task, first);
        }
        List<Task> attempts = run().attempts(task);
        return new TaskAssert(attempts.get(attempts.size() - 1));
    }

    /**
     * The step has a finished task.
     *
     * @param step the generated constant of the step
     * @return assertions on the finished tasks of the step
     */
    public StepAssert ran(S step) {
        if (!actualRan(step)) {
            throw failure(
                    "expected step `%s` of run %s to have run, but it has no finished task", step, run().pathspec());
        }
        return new StepAssert(run().step(step.toString()));
    }

    /**
     * The step has no finished task.
     *
     * @param step the generated constant of the step
     * @return this
     */
    public FlowRunAssert<S> didNotRun(S step) {
        if (actualRan(step)) {
            throw failure(
                    "expected step `%s` of run %s not to run, but it has %s finished tasks",
                    step, run().pathspec(), run().step(step.toString()).count());
        }
        return this;
    }

    private boolean actualRan(S step) {
        isNotNull();
        return actual.ran(step);
    }

    /**
     * The finished task with this id, such as {@code train/3}.
     *
     * @param id the id of the task, without the run
     * @return assertions on the attempt that finished
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public TaskAssert task(String id) {
        return new TaskAssert(run().task(id));
    }
}
