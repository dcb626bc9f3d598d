package dev.cairn.engine.task;

import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskContext;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a step method. Used by the thread of the task. */
public record StepArguments(
        TaskUnit unit, Forks forks, @Nullable JoinedTasks join, TaskContext context) implements TaskArguments {
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null where the element is
    public <T> T item(String artifact) {
        return (T) forks.item(unit.task(), artifact);
    }

    @Override
    public int index(String artifact) {
        return forks.index(unit.task(), artifact);
    }

    @Override
    public JoinedTasks inputs() {
        if (join == null) {
            throw new IllegalStateException("step `" + unit.task().step() + "` is not a join");
        }
        return join;
    }
}
