package dev.cairn.datastore;

/** Opens the datastores of one URL scheme. Found with {@link java.util.ServiceLoader}. */
public interface DatastoreProvider {
    /** The scheme, without the colon: {@code file}. */
    String scheme();

    /**
     * Opens a datastore.
     *
     * @param url the whole URL
     * @throws DatastoreException if it cannot be opened
     */
    Datastore open(String url);

    /**
     * Whether something is stored where the URL points to: a datastore, or what {@link #open} refuses. Changes nothing.
     *
     * @param url the whole URL
     * @throws DatastoreException if the URL names nothing that a datastore can be
     */
    boolean exists(String url);
}
