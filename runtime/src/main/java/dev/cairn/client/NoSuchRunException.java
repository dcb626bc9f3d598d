package dev.cairn.client;

import dev.cairn.CairnException;

/** A requested run is not stored. The message names runs that are. */
public final class NoSuchRunException extends CairnException {
    private static final long serialVersionUID = 1;

    NoSuchRunException(String message) {
        super(message);
    }
}
