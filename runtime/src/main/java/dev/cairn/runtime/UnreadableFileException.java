package dev.cairn.runtime;

/** A file, or its text, cannot be read. The message says which and why, without a full stop. */
public final class UnreadableFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableFileException(String message) {
        super(message);
    }
}
