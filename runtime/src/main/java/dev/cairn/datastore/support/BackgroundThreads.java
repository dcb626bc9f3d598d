package dev.cairn.datastore.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read ahead, hash and write large blobs for others. There are few, and they end when there is nothing to do; whoever
 * finds all of them busy does the work itself. Thread-safe.
 */
public final class BackgroundThreads {
    private static final int FOR_EACH_PROCESSOR = 4;

    private static final Executor EXECUTOR = new ThreadPoolExecutor(
            0,
            FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors(),
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(null, work, "cairn-blobs", 0, false); // keeps nothing of the task
                thread.setDaemon(true);
                return thread;
            },
            BackgroundThreads::runHere);

    private BackgroundThreads() {}

    /** Also if the threads are those of a process that ends. */
    private static void runHere(Runnable work, ThreadPoolExecutor busy) {
        work.run();
    }

    /**
     * An executor that runs work in one of the threads, or in the caller's where all are busy.
     *
     * @return the same executor for the whole process
     */
    public static Executor executor() {
        return EXECUTOR;
    }

    /**
     * Waits for work, which an interrupt does not end.
     *
     * @param <T> the type of the result
     * @param work work of {@link #executor()}
     * @return the result
     * @throws RuntimeException what the work threw, if that is unchecked; an {@link Error} is passed on too
     * @throws CompletionException with a checked exception that ended the work as its cause
     */
    public static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /**
     * Waits until work has ended, in whatever way.
     *
     * @param work the work, whose result and exception are ignored
     */
    public static void await(CompletableFuture<?> work) {
        work.handle((result, failure) -> null).join();
    }
}
