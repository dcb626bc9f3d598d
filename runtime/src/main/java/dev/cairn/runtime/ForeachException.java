package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A step fans out over something that cannot have elements: an absent artifact, null, or a negative number. */
public final class ForeachException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message what has no elements, and in which step
     */
    public ForeachException(String message) {
        super(message);
    }
}
