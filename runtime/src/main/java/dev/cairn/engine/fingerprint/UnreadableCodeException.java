package dev.cairn.engine.fingerprint;

/** Code that cannot be read where it is; the message says which, and why. */
final class UnreadableCodeException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableCodeException(String message) {
        super(message);
    }
}
