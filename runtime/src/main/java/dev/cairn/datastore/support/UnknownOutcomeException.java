package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;

/** A batch was sent to a store, and nobody can tell whether it was applied: the connection broke before the answer, perhaps. */
public final class UnknownOutcomeException extends DatastoreException {
    private static final long serialVersionUID = 1;

    /** With a message for the user, who sees it if sending the batch again does not help. */
    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
