package dev.cairn.engine.task;

import dev.cairn.CairnException;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.TaskUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process committed the same attempt, or a later one, first: two processes work on one run. */
public final class LostAttemptException extends CairnException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable TaskRecord stored;

    /**
     * Of a unit.
     *
     * @param stored what is stored of the attempt, if the store said so
     */
    public LostAttemptException(TaskUnit unit, @Nullable TaskRecord stored) {
        super("attempt " + unit.attempt() + " of task " + unit.path()
                + " came too late: another process has committed this task. Its result was dropped.");
        this.stored = stored;
    }

    /** What is stored of the attempt, if the store said so. */
    public Optional<TaskRecord> stored() {
        return Optional.ofNullable(stored);
    }
}
