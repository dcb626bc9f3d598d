package dev.cairn.runtime;

import dev.cairn.CairnException;

/** The versions of the generated code and of the runtime are not compatible. */
public final class IncompatibleCodeException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names both versions, and says which to change
     */
    public IncompatibleCodeException(String message) {
        super(message);
    }
}
