package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A file, or its text, cannot be read. The message names the file and the reason, and has no full stop at the end. */
public final class UnreadableFileException extends CairnException {
    private static final long serialVersionUID = 1;

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableFileException(String message) {
        super(message);
    }
}
