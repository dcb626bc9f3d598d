package dev.cairn.engine;

import dev.cairn.CairnException;

/** An engine that runs tasks in other processes cannot be reached, or refused something. The message says what and where, and how to fix it. */
public class EngineException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message what is wrong and where, and how to fix it
     */
    public EngineException(String message) {
        super(message);
    }

    /**
     * With a message for the user, and the cause.
     *
     * @param message what is wrong and where, and how to fix it
     * @param cause what the client of the engine threw
     */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
