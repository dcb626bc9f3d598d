package dev.cairn.datastore;

/** There is no provider for a datastore URL. */
public final class UnknownDatastoreException extends DatastoreException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names the URL, and says what to add or to change
     */
    public UnknownDatastoreException(String message) {
        super(message);
    }
}
