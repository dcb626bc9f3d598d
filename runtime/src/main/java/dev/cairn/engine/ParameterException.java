package dev.cairn.engine;

import dev.cairn.CairnException;

/** A parameter is unknown, missing, given twice, or has no readable value. The message says how to give it. */
public final class ParameterException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public ParameterException(String message) {
        super(message);
    }
}
