package dev.cairn.engine;

/** A URL is not that of an engine, or its engine is not on the class path. The message says how to fix it. */
public final class UnknownEngineException extends EngineException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names the URL, and says what to add or to change
     */
    public UnknownEngineException(String message) {
        super(message);
    }
}
