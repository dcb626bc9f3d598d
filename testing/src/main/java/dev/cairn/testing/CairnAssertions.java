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

    /** Assertions on a run. */
    public static <S> FlowRunAssert<S> assertThat(FlowRun<S> run) {
        return new FlowRunAssert<>(run);
    }

    /** Assertions on the tasks of a step. */
    public static StepAssert assertThat(StepTasks tasks) {
        return new StepAssert(tasks);
    }

    /** Assertions on a task. */
    public static TaskAssert assertThat(Task task) {
        return new TaskAssert(task);
    }

    /** Assertions on the task of a typed view, which must not be built by hand. */
    public static TaskAssert assertThat(TaskView<?> view) {
        return new TaskAssert(Task.of(view));
    }
}
