package dev.cairn.runtime;

/** Generated code and runtime are of versions that do not fit. */
public final class IncompatibleCodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public IncompatibleCodeException(String message) {
        super(message);
    }
}
