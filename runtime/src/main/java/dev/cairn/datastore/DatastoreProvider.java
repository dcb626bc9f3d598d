package dev.cairn.datastore;

/** Opens the datastores of one URL scheme. Found with {@link java.util.ServiceLoader}. Implementations are thread-safe. */
public interface DatastoreProvider {
    /** {@return the scheme without the colon, such as {@code file}} */
    String scheme();

    /**
     * Opens a datastore, and creates it if it does not exist.
     *
     * @param url the whole URL
     * @return the open datastore, which the caller closes
     * @throws DatastoreException if it cannot be opened
     */
    Datastore open(String url);

    /**
     * Whether something is stored at the URL: a datastore, or something that {@link #open} refuses. Changes nothing.
     *
     * @param url the whole URL
     * @return false if {@link #open} would create a new datastore
     * @throws DatastoreException if the URL cannot be the URL of a datastore
     */
    boolean exists(String url);
}
