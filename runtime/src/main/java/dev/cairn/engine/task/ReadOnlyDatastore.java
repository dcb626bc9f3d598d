package dev.cairn.engine.task;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;

/**
 * A datastore as a step sees it: it reads what other runs have stored, and changes and closes nothing. As thread-safe as the
 * datastore.
 *
 * @param datastore the datastore of the run
 * @param task the path of the task, for messages
 */
record ReadOnlyDatastore(Datastore datastore, String task) implements Datastore {
    @Override
    public String url() {
        return datastore.url();
    }

    @Override
    public Blobs blobs() {
        return new ReadOnlyBlobs(datastore.blobs(), this);
    }

    @Override
    public Runs runs() {
        return new ReadOnlyRuns(datastore.runs(), this::refusal);
    }

    @Override
    public int inlineLimit() {
        return datastore.inlineLimit();
    }

    @Override
    public void close() {
        // It belongs to whoever started the run.
    }

    DatastoreException refusal(String what) {
        return new DatastoreException("task " + task + " cannot " + what + ": the datastore of a task is read-only."
                + " Open your own: `Datastore.of(task.datastore().url())`.");
    }
}
