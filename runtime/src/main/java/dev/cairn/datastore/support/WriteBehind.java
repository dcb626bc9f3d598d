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
    private CompletableFuture<Integer> lastHashed = CompletableFuture.completedFuture(0);
    private CompletableFuture<Integer> lastWritten = CompletableFuture.completedFuture(0);

    /** A piece of the content, until it is written and hashed. */
    private record Chunk(byte[] bytes, CompletableFuture<Integer> done) {}

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
        lastHashed = lastHashed.thenApplyAsync(before -> hash(bytes, length), executor);
        lastWritten = lastWritten.thenApplyAsync(before -> write(bytes, length), executor);
        underWay.add(new Chunk(bytes, lastHashed.thenCombine(lastWritten, Integer::sum)));
        if (underWay.size() < CHUNKS) {
            return new byte[bytes.length];
        }
        Chunk oldest = underWay.remove();
        BackgroundThreads.join(oldest.done());
        return oldest.bytes().length == bytes.length ? oldest.bytes() : new byte[bytes.length];
    }

    private int hash(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return length;
    }

    private int write(byte[] bytes, int length) {
        staging.write(bytes, 0, length);
        return length;
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
