package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import java.util.List;

/** A static split: it keeps the last task of each branch, with which the join starts. */
final class OpenBranches extends OpenSplit {
    private final TaskId[] lastTasks;

    OpenBranches(Strand outside, TaskId opener, String join, int count) {
        super(outside, opener, join, count);
        lastTasks = new TaskId[count];
    }

    @Override
    void arrive(int branch, TaskId last) {
        super.arrive(branch, last);
        lastTasks[branch] = last;
    }

    /** The last task of a branch that has arrived. */
    TaskId lastTask(int branch) {
        return lastTasks[branch];
    }

    @Override
    List<TaskId> parents() {
        return List.of(lastTasks);
    }
}
