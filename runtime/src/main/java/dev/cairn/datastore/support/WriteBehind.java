package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Hashes and writes a large blob, each in a thread of its own, while the next bytes come into being: producing, hashing and writing take
 * about as long as each other. Has a few megabytes in memory. For one thread.
 */
final class WriteBehind {
    private static final int CHUNKS = 8;

    private final BlobStore.Staging staging;
    private final MessageDigest digest;
    private final Executor executor = BackgroundThreads.executor();
    private final Deque<Chunk> underWay = new ArrayDeque<>(CHUNKS);
    private CompletableFuture<Void> lastHashed = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> lastWritten = CompletableFuture.completedFuture(null);

    /** A piece of the content, until it is written and hashed. */
    private record Chunk(byte[] bytes, CompletableFuture<Void> done) {}

    WriteBehind(BlobStore.Staging staging, MessageDigest digest) {
        this.staging = staging;
        this.digest = digest;
    }

    /**
     * Adds bytes.
     *
     * @param bytes an array that belongs to this object from now on
     * @return another array of the same length
     */
    byte[] add(byte[] bytes, int length) {
        lastHashed = lastHashed.thenRunAsync(() -> digest.update(bytes, 0, length), executor);
        lastWritten = lastWritten.thenRunAsync(() -> staging.write(bytes, 0, length), executor);
        underWay.add(new Chunk(bytes, CompletableFuture.allOf(lastHashed, lastWritten)));
        if (underWay.size() < CHUNKS) {
            return new byte[bytes.length];
        }
        Chunk oldest = underWay.remove();
        BackgroundThreads.join(oldest.done());
        return oldest.bytes().length == bytes.length ? oldest.bytes() : new byte[bytes.length];
    }

    /** Waits until all is written; the address of it. */
    Address finish() {
        BackgroundThreads.join(lastWritten);
        BackgroundThreads.join(lastHashed);
        return Address.ofBytes(digest.digest());
    }

    /** Waits until nobody writes, whether that failed or not. */
    void stop() {
        BackgroundThreads.await(lastWritten);
    }
}
