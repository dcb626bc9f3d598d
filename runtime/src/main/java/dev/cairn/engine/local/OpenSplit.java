package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One split of one task, until its join starts. Of a foreach it only counts the arrivals, whose ids follow from the split
 * task; of a static split it keeps the last task of each branch. Guarded by the lock of {@link LocalRun}.
 */
final class OpenSplit {
    private final Scope outside;
    private final TaskId opener;
    private final String join;
    private final TaskId @Nullable [] lastTasks;
    private int missing;

    private OpenSplit(Scope outside, TaskId opener, String join, int count, TaskId @Nullable [] lastTasks) {
        this.outside = outside;
        this.opener = opener;
        this.join = join;
        this.missing = count;
        this.lastTasks = lastTasks;
    }

    static OpenSplit ofBranches(Scope outside, TaskId opener, String join, int count) {
        return new OpenSplit(outside, opener, join, count, new TaskId[count]);
    }

    static OpenSplit ofForeach(Scope outside, TaskId opener, String join, int count) {
        return new OpenSplit(outside, opener, join, count, null);
    }

    /** The scope in which the split was opened, and in which its join runs. */
    Scope outside() {
        return outside;
    }

    String join() {
        return join;
    }

    /** Notes that a branch ended with {@code last}. */
    void arrive(int branch, TaskId last) {
        missing--;
        if (lastTasks != null) {
            lastTasks[branch] = last;
        }
    }

    boolean complete() {
        return missing == 0;
    }

    /** The tasks with which the join starts. */
    List<TaskId> parents() {
        return lastTasks == null ? List.of(opener) : List.of(lastTasks);
    }
}
