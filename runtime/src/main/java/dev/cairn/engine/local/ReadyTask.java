package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.StepDefinition;
import java.util.List;

/**
 * A task that may start.
 *
 * @param step its step
 * @param scope where it stands
 * @param parents the tasks whose artifacts it starts with
 * @param attempt the number of the attempt, from 0
 */
record ReadyTask(StepDefinition step, Scope scope, List<TaskId> parents, int attempt) {
    ReadyTask(StepDefinition step, Scope scope, List<TaskId> parents) {
        this(step, scope, parents, 0);
    }

    /** The same task once more. */
    ReadyTask again() {
        return new ReadyTask(step, scope, parents, attempt + 1);
    }

    TaskId id() {
        return scope.task(step.name());
    }
}
