package dev.cairn.datastore.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells users that their commits are durable, in a thread of its own: what they do then may wait for the datastore, while the
 * committer must never wait for itself. Thread-safe. One thread, so that commits are told in order.
 */
final class Notifier implements AutoCloseable {
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
                Thread notifier = new Thread(work, "cairn-notifier");
                notifier.setDaemon(true);
                return notifier;
            },
            (work, closed) -> work.run()); // who asks after the end is told at once

    /** A future that completes as {@code known} does, in the notifier's thread. */
    <R> CompletableFuture<R> tell(CompletableFuture<R> known) {
        return known.whenCompleteAsync((result, thrown) -> {}, thread);
    }

    /** Tells what is left to tell, and ends. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
