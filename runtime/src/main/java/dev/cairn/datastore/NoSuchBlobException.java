package dev.cairn.datastore;

/** There is no blob at an address. */
public final class NoSuchBlobException extends DatastoreException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names the blob, and says what to do
     */
    public NoSuchBlobException(String message) {
        super(message);
    }
}
