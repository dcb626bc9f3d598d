package dev.cairn.client;

/** A run was asked for that is not stored. The message names runs that are. */
public final class NoSuchRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchRunException(String message) {
        super(message);
    }
}
