package dev.cairn.engine;

import dev.cairn.CairnException;

/** The tasks of a run cannot run in other processes. The message says why, and what to do. */
public final class IsolationRefusedException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message why, and what to change
     */
    public IsolationRefusedException(String message) {
        super(message);
    }
}
