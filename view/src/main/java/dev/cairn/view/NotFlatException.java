package dev.cairn.view;

import dev.cairn.CairnException;

/** A value cannot be a row of a table. The message says why, and how to go on. */
public final class NotFlatException extends CairnException {
    private static final long serialVersionUID = 1;

    NotFlatException(String what, String column) {
        super(what + " cannot be a row of CSV: its part `" + column
                + "` is not a single number or text. Use --format jsonl.");
    }

    NotFlatException(String message) {
        super(message);
    }
}
