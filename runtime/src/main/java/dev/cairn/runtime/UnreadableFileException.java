package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A file, or its text, cannot be read. The message says which and why, without a full stop. */
public final class UnreadableFileException extends CairnException {
    private static final long serialVersionUID = 1;

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableFileException(String message) {
        super(message);
    }
}
