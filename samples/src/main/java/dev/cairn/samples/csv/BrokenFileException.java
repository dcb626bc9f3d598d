package dev.cairn.samples.csv;

/** A data file holds something else than it should. The message names file and line, and says how to mend it. */
public final class BrokenFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BrokenFileException(String message) {
        super(message);
    }

    BrokenFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
