package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands: in which branch of which open split, and with which position in the foreaches and loops around it.
 * Immutable.
 *
 * @param split the innermost open split, or null outside all of them
 * @param branch the branch of a static split, or the element of a foreach
 * @param position the coordinates of the tasks in this scope
 */
record Scope(@Nullable OpenSplit split, int branch, List<Coordinate> position) {
    /** Outside every split. */
    static Scope outermost(List<Coordinate> position) {
        return new Scope(null, 0, position);
    }

    /** Within a branch of a static split that a task of this scope opened. */
    Scope branch(OpenSplit split, int branch) {
        return new Scope(split, branch, position);
    }

    /** The same branch, at another position in the loops around it. */
    Scope at(List<Coordinate> other) {
        return new Scope(split, branch, other);
    }

    TaskId task(String step) {
        return new TaskId(step, position);
    }
}
