package dev.cairn.engine.task;

import dev.cairn.CairnException;
import dev.cairn.engine.TaskUnit;

/** Another process committed the same attempt, or a later one, first: two processes work on one run. */
public final class LostAttemptException extends CairnException {
    private static final long serialVersionUID = 1;

    public LostAttemptException(TaskUnit unit) {
        super("attempt " + unit.attempt() + " of task " + unit.path()
                + " came too late: another process has committed this task. Its result was dropped.");
    }
}
