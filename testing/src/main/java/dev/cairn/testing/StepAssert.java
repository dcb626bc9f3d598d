package dev.cairn.testing;

import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the finished tasks of a step. What is said of an artifact is said of each of them. */
public final class StepAssert extends AbstractAssert<StepAssert, StepTasks> {
    StepAssert(StepTasks tasks) {
        super(tasks, StepAssert.class);
    }

    /** The step has so many finished tasks. */
    public StepAssert hasTasks(long count) {
        isNotNull();
        if (actual.count() != count) {
            throw failure(
                    "expected %s to have %s finished tasks, but it has %s", actual.pathspec(), count, actual.count());
        }
        return this;
    }

    /** An artifact exists after each task. */
    public StepAssert hasArtifact(Object name) {
        return each(task -> task.hasArtifact(name));
    }

    /** An artifact has this value after each task. */
    public StepAssert hasArtifact(Object name, @Nullable Object value) {
        return each(task -> task.hasArtifact(name, value));
    }

    /** An artifact exists after none of the tasks. */
    public StepAssert doesNotHaveArtifact(Object name) {
        return each(task -> task.doesNotHaveArtifact(name));
    }

    /** Each task loaded these artifacts before its step was called, and no others. */
    public StepAssert loaded(Object... names) {
        return each(task -> task.loaded(names));
    }

    /** Each task stored a version of these artifacts, and of no others. */
    public StepAssert stored(Object... names) {
        return each(task -> task.stored(names));
    }

    private StepAssert each(Consumer<TaskAssert> assertion) {
        isNotNull();
        try (Stream<Task> tasks = actual.stream()) {
            tasks.map(TaskAssert::new).forEach(assertion);
        }
        return this;
    }

    /** The only task of the step; in a loop, that of the last iteration. */
    public TaskAssert task() {
        isNotNull();
        return new TaskAssert(actual.task());
    }

    /** The task at these positions in the foreaches around the step, outermost first. */
    public TaskAssert task(int... indexes) {
        isNotNull();
        return new TaskAssert(actual.task(indexes));
    }
}
