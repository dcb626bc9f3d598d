package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings writes to the store, in their order. Thread-safe. */
interface Committer {
    /**
     * Writes some time. The future completes in a thread that may wait for the datastore: so what depends on it may do anything.
     *
     * @throws DatastoreException if the datastore is closed
     */
    <R> CompletableFuture<R> submit(Write<R> write);

    /**
     * Writes many some time, in their order. The future completes with all results, or with the first failure, as that of {@link #submit}
     * does.
     *
     * @throws DatastoreException if the datastore is closed
     */
    <R> CompletableFuture<List<R>> submitAll(List<Write<R>> writes);

    /** Writes some time, and nobody waits for the result. */
    void submitAndForget(Write<?> write);

    /**
     * Writes, and waits until it is durable. An interrupt does not end the wait: what is queued will happen anyway.
     *
     * @throws DatastoreException if it is refused, or fails
     */
    <R> R write(Write<R> write);

    /** Waits until readers see all that was submitted before. */
    void settle();

    /** Has the store tidied when what was submitted is written; waits for it, but not for longer than told. */
    void tidyBeforeExit(Duration most);

    /** Waits until all that was submitted is durable, and closes the store. */
    void close();
}
