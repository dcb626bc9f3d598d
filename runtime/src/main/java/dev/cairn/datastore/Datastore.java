package dev.cairn.datastore;

/**
 * Where runs and artifacts are kept. Thread-safe.
 *
 * <p>A datastore is named by a URL; the part before the colon chooses the {@link DatastoreProvider}.
 */
public interface Datastore extends AutoCloseable {
    /** The URL that opens this datastore. */
    String url();

    /** The content-addressed blobs. */
    Blobs blobs();

    /** The records of runs. */
    Runs runs();

    /** The largest encoded value, in bytes, that goes into {@link ArtifactRef#inline()} here. */
    int inlineLimit();

    /** Waits until all that was committed is durable, and lets go of all that is open. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Opens the datastore of this URL, such as {@code file:.cairn} or {@code memory:}.
     *
     * @throws UnknownDatastoreException if no provider knows the URL
     * @throws DatastoreException if what it names cannot be opened
     */
    static Datastore of(String url) {
        return DatastoreProviders.open(url);
    }

    /**
     * Whether something is stored where this URL points to, so that {@link #of} would not make a new datastore there. Never
     * makes one itself.
     *
     * @throws UnknownDatastoreException if no provider knows the URL
     * @throws DatastoreException if the URL names nothing that a datastore can be
     */
    static boolean exists(String url) {
        return DatastoreProviders.find(url).exists(url);
    }

    /** A new, empty datastore in the memory of this process. */
    static Datastore inMemory() {
        return of("memory:");
    }
}
