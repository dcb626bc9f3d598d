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
 */
record ReadyTask(StepDefinition step, Scope scope, List<TaskId> parents) {
    TaskId id() {
        return scope.task(step.name());
    }
}
