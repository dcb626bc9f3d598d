package dev.cairn.datastore;

/** A datastore cannot do what it was asked to. The message says what and where, and how to mend it. */
public class DatastoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public DatastoreException(String message) {
        super(message);
    }

    /** With a message for the user, and what happened below. */
    public DatastoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
