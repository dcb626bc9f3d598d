package dev.cairn.engine.task;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.TaskUnit;
import java.util.List;

/**
 * The tasks that arrive at a join, in branch or item order. The unit of the join of a static split names them; those of a
 * foreach are found, so that a million of them need not travel, in pages if they are asked for in order. Thread-safe.
 */
public final class JoinInputs {
    private final FinishedTasks finishedTasks;
    private final ArrivedTasks arrived;
    private final TaskId join;
    private final List<TaskId> parents;
    private final TaskRecord split;

    public JoinInputs(RunContext<?> context, TaskUnit unit) {
        this.finishedTasks = context.finishedTasks();
        this.arrived = new ArrivedTasks(
                context.datastore().runs(),
                context.runId(),
                finishedTasks,
                context.structure(),
                unit.task(),
                ArrivedTasks.PAGE);
        this.join = unit.task();
        this.parents = unit.parents();
        this.split = finishedTasks.get(context.structure().splitTask(join));
    }

    /** The task that opened the branches. */
    public TaskRecord split() {
        return split;
    }

    /** The number of branches. */
    public int size() {
        ForkRecord fork = split.fork();
        return fork == null ? parents.size() : fork.count();
    }

    /** The task that arrived from a branch. */
    public TaskRecord get(int branch) {
        return split.fork() == null
                ? finishedTasks.get(parents.get(branch))
                : arrived.of(branch)
                        .orElseThrow(() -> new DatastoreException("element " + branch + " has not arrived at " + join));
    }
}
