package dev.cairn.runtime;

import dev.cairn.CairnException;

/** Generated code and runtime are of versions that do not fit. */
public final class IncompatibleCodeException extends CairnException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public IncompatibleCodeException(String message) {
        super(message);
    }
}
