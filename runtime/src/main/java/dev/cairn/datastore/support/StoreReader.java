package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads from a store as long as the datastore is open. Thread-safe. */
final class StoreReader {
    private final RecordStore store;
    private volatile boolean closed;

    StoreReader(RecordStore store) {
        this.store = store;
    }

    /**
     * Reads several things at one moment.
     *
     * @throws DatastoreException if something is not what was written, with which datastore that is in
     */
    <T> T read(Function<Records, T> read) {
        requireOpen();
        return verified(() -> store.read(read));
    }

    /** What was read, or what to tell the user if it is not what was written. */
    <T> T verified(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DamagedRecordException e) {
            throw new DatastoreException("the datastore `" + store.url() + "` failed: " + e.getMessage(), e);
        }
    }

    void requireOpen() {
        if (closed) {
            throw closed(store.url());
        }
    }

    static DatastoreException closed(String url) {
        return new DatastoreException("the datastore `" + url + "` is closed");
    }

    void close() {
        closed = true;
    }
}
