package dev.cairn.datastore;

/** The bytes that are stored at an address do not have this address: the datastore was damaged or tampered with. */
public final class CorruptBlobException extends DatastoreException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message names the blob, and says what to do
     */
    public CorruptBlobException(String message) {
        super(message);
    }
}
