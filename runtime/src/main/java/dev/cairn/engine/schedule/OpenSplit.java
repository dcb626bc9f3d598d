package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.Schedule;
import java.util.List;

/** One split of one task, until all its branches have arrived and its join may start. Belongs to one {@link Schedule}. */
public abstract sealed class OpenSplit permits OpenBranches, OpenForeach {
    private final Strand outside;
    private final TaskId opener;
    private final String join;
    private int missing;

    OpenSplit(Strand outside, TaskId opener, String join, int count) {
        this.outside = outside;
        this.opener = opener;
        this.join = join;
        this.missing = count;
    }

    /** The strand that opened the split, and goes on with its join. */
    final Strand outside() {
        return outside;
    }

    /** The task that opened it. */
    public final TaskId opener() {
        return opener;
    }

    /** The step that joins it. */
    final String join() {
        return join;
    }

    /** Notes that a branch came to the join. It does so once: whoever tells of it has made sure. */
    void arrive(int branch, TaskId last) {
        missing--;
    }

    public final boolean complete() {
        return missing == 0;
    }

    /** The tasks with which the join starts. */
    abstract List<TaskId> parents();
}
