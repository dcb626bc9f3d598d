package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A step fans out over something that has no elements: an absent artifact, null, a negative number. */
public final class ForeachException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public ForeachException(String message) {
        super(message);
    }
}
