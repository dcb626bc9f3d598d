package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;

/** It is unknown whether a store applied a batch, for example because the connection broke before the answer. */
public final class UnknownOutcomeException extends DatastoreException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user, who sees it if sending the batch again fails too, and the cause.
     *
     * @param message what broke, and what the user can do
     * @param cause what the database's driver or the file system threw
     */
    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
