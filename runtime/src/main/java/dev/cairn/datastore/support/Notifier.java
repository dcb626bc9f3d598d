package dev.cairn.datastore.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells users that their commits are durable, in a thread of its own: what they do then may wait for the datastore, while the
 * committer must never wait for itself. Thread-safe. One thread, so that commits are told in order.
 */
final class Notifier implements AutoCloseable {
    /** Whoever is told may itself wait for whoever closes. */
    private static final long MOST_SECONDS = 10;

    private volatile @Nullable Thread notifier;
    private final ExecutorService executor = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
                Thread thread = new Thread(work, "cairn-notifier");
                thread.setDaemon(true);
                notifier = thread;
                return thread;
            },
            (work, closed) -> work.run()); // who asks after the end is told at once

    /** A future that completes as {@code known} does, in the notifier's thread. */
    <R> CompletableFuture<R> tell(CompletableFuture<R> known) {
        return known.whenCompleteAsync((result, thrown) -> {}, executor);
    }

    /** Tells what is left to tell, and ends. Waits for that, but within reason, and not on the notifier's own thread. */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() != notifier) {
            try {
                executor.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
