package dev.cairn.engine;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.util.List;

/**
 * One attempt at one task: the unit that an engine runs. It is all that must be sent to the process that runs it. Immutable.
 *
 * @param flow the name of the flow
 * @param run the run
 * @param task the task; its step is part of its id
 * @param attempt the number of the attempt, from 0
 * @param parents the tasks whose artifacts it starts with: none for the first step; for a join, the last task of each branch, or for
 *     the join of a foreach, the task that opened it; otherwise one
 */
public record TaskUnit(String flow, RunId run, TaskId task, int attempt, List<TaskId> parents) {
    /**
     * Copies the list.
     *
     * @param flow the name of the flow
     * @param run the run
     * @param task the task; its step is part of its id
     * @param attempt the number of the attempt, from 0
     * @param parents the tasks whose artifacts it starts with: none for the first step; for a join, the last task of each branch, or for
     *     the join of a foreach, the task that opened it; otherwise one
     */
    public TaskUnit {
        parents = List.copyOf(parents);
    }

    /** {@return the path, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}} */
    public String path() {
        return flow + "/" + run + "/" + task;
    }
}
