package dev.cairn.engine;

import dev.cairn.CairnException;

/** A parameter is unknown, missing, set twice, or its value is not valid. The message says how to set it. */
public final class ParameterException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names the parameter, and says how to set it
     */
    public ParameterException(String message) {
        super(message);
    }
}
