package dev.cairn.engine;

/** A parameter is unknown, missing, given twice, or has no readable value. The message says how to give it. */
public final class ParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public ParameterException(String message) {
        super(message);
    }
}
