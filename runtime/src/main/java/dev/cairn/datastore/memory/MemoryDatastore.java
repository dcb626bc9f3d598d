package dev.cairn.datastore.memory;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;

/** A datastore of maps. Thread-safe; what is durable here is what is visible. */
final class MemoryDatastore implements Datastore {
    static final String URL = "memory:";

    /** As in a store on disk, so that tests take the same ways. */
    private static final int INLINE_LIMIT = 1024;

    private final MemoryBlobs blobs = new MemoryBlobs(this::requireOpen);
    private final MemoryRuns runs = new MemoryRuns(blobs, this::requireOpen);
    private volatile boolean closed;

    @Override
    public String url() {
        return URL;
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public int inlineLimit() {
        return INLINE_LIMIT;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new DatastoreException("the datastore `" + URL + "` is closed");
        }
    }
}
