package dev.cairn.testing;

import dev.cairn.client.FlowRun;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.runtime.TaskView;

/**
 * Assertions on runs, in the style of AssertJ, which they need on the class path:
 *
 * <pre>{@code
 * assertThat(run).succeeded().ran(Step.TRAIN).hasTasks(3).hasArtifact(Name.ACCURACY);
 * assertThat(run.end()).hasArtifact(Name.BEST_ACCURACY, 0.9).logged("best accuracy 0.9");
 * }</pre>
 *
 * <p>Artifacts are named by the generated constants, or by text. A message of a failed assertion says what the run or task has instead.
 */
public final class CairnAssertions {
    private CairnAssertions() {}

    /**
     * Starts assertions on a run.
     *
     * @param <S> the generated type of the flow's steps
     * @param run the run, in progress or ended
     * @return assertions, which read the run when they are called
     */
    public static <S> FlowRunAssert<S> assertThat(FlowRun<S> run) {
        return new FlowRunAssert<>(run);
    }

    /**
     * Starts assertions on the tasks of a step.
     *
     * @param tasks the finished tasks of a step, such as {@code run.run().step("train")}
     * @return assertions on all of them
     */
    public static StepAssert assertThat(StepTasks tasks) {
        return new StepAssert(tasks);
    }

    /**
     * Starts assertions on a task.
     *
     * @param task a finished task, or an attempt at one
     * @return assertions on this attempt
     */
    public static TaskAssert assertThat(Task task) {
        return new TaskAssert(task);
    }

    /**
     * Starts assertions on the task of a typed view, which must not be built by hand.
     *
     * @param view a view that a run returned, such as {@code run.end()}
     * @return assertions on the task that it shows
     */
    public static TaskAssert assertThat(TaskView<?> view) {
        return new TaskAssert(Task.of(view));
    }
}
