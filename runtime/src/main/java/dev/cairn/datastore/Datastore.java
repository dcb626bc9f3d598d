package dev.cairn.datastore;

import java.util.List;

/**
 * Stores runs and artifacts. Thread-safe.
 *
 * <p>A datastore has a URL. The part before the colon selects the {@link DatastoreProvider}.
 */
public interface Datastore extends AutoCloseable {
    /** {@return the URL that opens this datastore} */
    String url();

    /** {@return the content-addressed blobs} */
    Blobs blobs();

    /** {@return the records of runs} */
    Runs runs();

    /** {@return the size in bytes of the largest encoded value that this datastore stores in {@link ArtifactRef#inline()}} */
    int inlineLimit();

    /**
     * Looks through the storage itself, as far as that is possible without reading every value: indexes, counts, pages. This may take
     * long.
     *
     * @return what is wrong, a sentence each; empty if nothing was found
     * @throws DatastoreException if the datastore is closed, or cannot be read at all
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Copies everything as it is at one moment into a directory, which is a datastore then. Others may go on to write meanwhile.
     *
     * @param directory the path of a directory that is empty, or does not exist
     * @throws DatastoreException if the datastore is of a kind that cannot do that, if something is in the directory, or if it fails
     */
    default void backUp(String directory) {
        throw DatastoreException.noBackup(url());
    }

    /**
     * Rebuilds what follows from other stored things, such as indexes, and removes what dead processes left half written. This may take
     * long, and others may have to wait for it.
     *
     * @throws DatastoreException if this fails
     */
    default void repair() {
        blobs().sweep();
    }

    /** Waits until all commits are durable, and releases all resources. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Opens the datastore of this URL, such as {@code file:.cairn} or {@code memory:}, and creates it if it does not exist.
     *
     * @param url the URL; its scheme selects the provider
     * @return the open datastore, which the caller closes
     * @throws UnknownDatastoreException if there is no provider for the URL
     * @throws DatastoreException if the datastore cannot be opened
     */
    static Datastore of(String url) {
        return DatastoreProviders.open(url);
    }

    /**
     * Whether something is stored at this URL, so that {@link #of} would not create a new datastore there. This method never creates
     * one.
     *
     * @param url the URL; its scheme selects the provider
     * @return true also if what is stored there is something that {@link #of} refuses
     * @throws UnknownDatastoreException if there is no provider for the URL
     * @throws DatastoreException if the URL cannot be the URL of a datastore
     */
    static boolean exists(String url) {
        return DatastoreProviders.find(url).exists(url);
    }

    /**
     * A new, empty datastore in the memory of this process.
     *
     * @return a datastore that only those can use who are given it; no URL opens it once more
     */
    static Datastore inMemory() {
        return of("memory:");
    }
}
