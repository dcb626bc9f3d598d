package dev.cairn.engine;

import dev.cairn.datastore.RunId;
import org.jspecify.annotations.Nullable;

/**
 * How a run is started. Immutable.
 *
 * @param exclusive only if no other run of the flow is alive
 * @param runId its id; null for a new one
 * @param detached whether nobody waits for its end
 */
record StartOptions(boolean exclusive, @Nullable RunId runId, boolean detached) {
    static final StartOptions STANDARD = new StartOptions(false, null, false);

    StartOptions withExclusive() {
        return new StartOptions(true, runId, detached);
    }

    StartOptions withRunId(RunId id) {
        return new StartOptions(exclusive, id, detached);
    }

    StartOptions withDetached() {
        return new StartOptions(exclusive, runId, true);
    }
}
