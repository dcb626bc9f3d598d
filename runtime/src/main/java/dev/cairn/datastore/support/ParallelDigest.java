package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes large pieces in another thread while the calling one writes them: each takes about as long as the other. Neither
 * copies them. For one thread.
 */
final class ParallelDigest {
    /** Hashing less than this is over before another thread has begun. */
    private static final int WORTH = 256 * 1024;

    private static final Executor HASHERS = new ThreadPoolExecutor(
            0,
            Runtime.getRuntime().availableProcessors(),
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(work, "cairn-hasher");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    private final MessageDigest digest = Address.newDigest();

    /** Writes bytes. */
    @FunctionalInterface
    interface Writing {
        void write(byte[] bytes, int offset, int length);
    }

    /** Adds bytes to the hash and writes them. They may change as soon as this returns. */
    void update(byte[] bytes, int offset, int length, Writing writing) {
        if (length < WORTH) {
            digest.update(bytes, offset, length);
            writing.write(bytes, offset, length);
            return;
        }
        CompletableFuture<Void> hashed =
                CompletableFuture.runAsync(() -> digest.update(bytes, offset, length), HASHERS);
        try {
            writing.write(bytes, offset, length);
        } finally {
            hashed.join();
        }
    }

    /** The address of all the bytes. */
    Address finish() {
        return Address.ofBytes(digest.digest());
    }
}
