package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import java.util.ArrayList;
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
    static final Scope ROOT = new Scope(null, 0, List.of());

    /** Within a branch of a static split that a task of this scope opened. */
    Scope branch(OpenSplit split, int branch) {
        return new Scope(split, branch, position);
    }

    /** Within an element of a foreach that a task of this scope opened. */
    Scope element(OpenSplit split, int index) {
        List<Coordinate> coordinates = new ArrayList<>(position);
        coordinates.add(new Index(index));
        return new Scope(split, index, List.copyOf(coordinates));
    }

    TaskId task(String step) {
        return new TaskId(step, position);
    }
}
