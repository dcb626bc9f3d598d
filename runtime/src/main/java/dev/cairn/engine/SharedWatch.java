package dev.cairn.engine;

import dev.cairn.engine.values.TaskValues;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.List;

/**
 * Watches the objects that tasks of this process share, because their code only reads them: one whose code was not seen when the flow was
 * compiled may change them all the same. The task of the last step looks at all of its process before the run succeeds. What other
 * processes shared, an engine asks there before it takes what they ran for good. Thread-safe.
 */
public final class SharedWatch {
    private final TaskValues values;
    private final long since;

    SharedWatch(TaskValues values) {
        this.values = values;
        this.since = values.newMoment();
    }

    /**
     * Checks whether an object was changed that a task got since this watch began. It encodes each such object, so ask for many tasks at
     * once. An object that nobody has any more cannot be looked at.
     *
     * @return the artifacts of which one was changed
     */
    public List<ArtifactDefinition> changed() {
        return values.changedWhileShared(since);
    }

    /**
     * Makes sure that none was changed.
     *
     * @throws ReadOnlyValueException if one was
     */
    public void requireUnchanged() {
        List<ArtifactDefinition> changed = changed();
        if (!changed.isEmpty()) {
            throw ReadOnlyValueException.changedWhileShared(changed);
        }
    }
}
