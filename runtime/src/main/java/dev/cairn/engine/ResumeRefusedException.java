package dev.cairn.engine;

import dev.cairn.CairnException;

/** A run cannot be resumed. The message says why, and what to do. */
public final class ResumeRefusedException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message why, and what to do
     */
    public ResumeRefusedException(String message) {
        super(message);
    }
}
