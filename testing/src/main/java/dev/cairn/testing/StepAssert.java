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

    /**
     * The step has so many finished tasks.
     *
     * @param count how many tasks finished; retries do not add to it
     * @return this
     */
    public StepAssert hasTasks(long count) {
        isNotNull();
        if (actual.count() != count) {
            throw failure(
                    "expected %s to have %s finished tasks, but it has %s", actual.pathspec(), count, actual.count());
        }
        return this;
    }

    /**
     * An artifact exists after each task.
     *
     * @param name the artifact, as a generated constant or as text
     * @return this
     */
    public StepAssert hasArtifact(Object name) {
        return each(task -> task.hasArtifact(name));
    }

    /**
     * An artifact has this value after each task.
     *
     * @param name the artifact, as a generated constant or as text
     * @param value what each stored value must be equal to; null if null was stored
     * @return this
     */
    public StepAssert hasArtifact(Object name, @Nullable Object value) {
        return each(task -> task.hasArtifact(name, value));
    }

    /**
     * An artifact exists after none of the tasks.
     *
     * @param name the artifact, as a generated constant or as text
     * @return this
     */
    public StepAssert doesNotHaveArtifact(Object name) {
        return each(task -> task.doesNotHaveArtifact(name));
    }

    /**
     * Each task loaded these artifacts before its step was called, and no others.
     *
     * @param names the artifacts, as generated constants or as text, in any order; none if no task loaded anything
     * @return this
     */
    public StepAssert loaded(Object... names) {
        return each(task -> task.loaded(names));
    }

    /**
     * Each task stored a version of these artifacts, and of no others.
     *
     * @param names the artifacts, as generated constants or as text, in any order; none if no task stored anything
     * @return this
     */
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

    /**
     * The only task of the step; inside a foreach the first one in item order, in a loop that of the last iteration.
     *
     * @return assertions on this task
     * @throws dev.cairn.client.NoSuchTaskException if no task of the step finished
     */
    public TaskAssert task() {
        isNotNull();
        return new TaskAssert(actual.task());
    }

    /**
     * The task at these positions in the foreaches around the step, outermost first.
     *
     * @param indexes one position per foreach, from 0
     * @return assertions on this task
     * @throws dev.cairn.client.NoSuchTaskException if this task did not finish
     */
    public TaskAssert task(int... indexes) {
        isNotNull();
        return new TaskAssert(actual.task(indexes));
    }
}
