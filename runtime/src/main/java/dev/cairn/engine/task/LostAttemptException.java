package dev.cairn.engine;

import dev.cairn.CairnException;

/** Another process committed the same attempt, or a later one, first: two processes work on one run. */
final class LostAttemptException extends CairnException {
    private static final long serialVersionUID = 1;

    LostAttemptException(TaskUnit unit) {
        super("attempt " + unit.attempt() + " of task " + unit.path()
                + " came too late: another process has committed this task. Its result was dropped.");
    }
}
