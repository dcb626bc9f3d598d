package dev.cairn.engine.replay;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskRecord;

/** A datastore for one attempt that runs once more. It changes nothing in the datastore below it, and does not close it. Thread-safe. */
public final class ReplayDatastore implements Datastore {
    private final Datastore stored;
    private final Blobs blobs;
    private final Runs runs;

    /** For an attempt that is stored in {@code stored}. */
    public ReplayDatastore(Datastore stored, TaskRecord attempt) {
        this.stored = stored;
        this.blobs = new ReplayBlobs(stored.blobs(), Datastore.inMemory().blobs());
        this.runs = new ReplayRuns(this, stored.runs(), attempt);
    }

    @Override
    public String url() {
        return stored.url();
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
        return stored.inlineLimit();
    }

    @Override
    public void close() {
        // It belongs to whoever opened it.
    }

    DatastoreException refusal(String what) {
        return new DatastoreException("a replay cannot " + what + ": it changes nothing in " + url() + ".");
    }
}
