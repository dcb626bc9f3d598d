package dev.cairn.datastore;

/** Opens the datastores of one URL scheme. Found with {@link java.util.ServiceLoader}. Implementations are thread-safe. */
public interface DatastoreProvider {
    /** The scheme without the colon, such as {@code file}. */
    String scheme();

    /**
     * Opens a datastore, and creates it if it does not exist.
     *
     * @param url the whole URL
     * @throws DatastoreException if it cannot be opened
     */
    Datastore open(String url);

    /**
     * Whether something is stored at the URL: a datastore, or something that {@link #open} refuses. Changes nothing.
     *
     * @param url the whole URL
     * @throws DatastoreException if the URL cannot be the URL of a datastore
     */
    boolean exists(String url);
}
