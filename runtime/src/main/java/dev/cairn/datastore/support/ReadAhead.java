package dev.cairn.datastore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads a stream before it is asked for, and hashes it, each in a thread of its own: decoding, hashing and waiting for a disk take about
 * as long as each other. Has a few megabytes in memory. For one thread.
 */
final class ReadAhead {
    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 4;

    private final InputStream input;
    private final MessageDigest digest;
    private final Executor executor = BackgroundThreads.executor();
    private final Deque<Chunk> chunks = new ArrayDeque<>(CHUNKS);
    private CompletableFuture<Integer> lastRead = CompletableFuture.completedFuture(0);
    private CompletableFuture<Void> lastHashed = CompletableFuture.completedFuture(null);
    private long left;
    private volatile boolean closed;

    /** A piece of the stream. */
    private static final class Chunk {
        private final byte[] bytes;
        private int position;
        private CompletableFuture<Integer> read = CompletableFuture.completedFuture(0);
        private CompletableFuture<Void> hashed = CompletableFuture.completedFuture(null);

        Chunk(int size) {
            this.bytes = new byte[size];
        }
    }

    /**
     * Starts to read.
     *
     * @param digest hashes what is read
     * @param length the most bytes that are read
     */
    ReadAhead(InputStream input, MessageDigest digest, long length) {
        this.input = input;
        this.digest = digest;
        this.left = length;
        for (int i = 0; i < CHUNKS && left > 0; i++) {
            fill(new Chunk((int) Math.min(CHUNK, left)));
        }
    }

    /** Has a chunk filled again, once it is hashed and those before it are read. */
    private void fill(Chunk chunk) {
        int length = (int) Math.min(chunk.bytes.length, left);
        left -= length;
        chunk.position = 0;
        chunk.read = lastRead.thenCombineAsync(chunk.hashed, (before, hashed) -> read(chunk, length), executor);
        chunk.hashed = chunk.read.thenAcceptBothAsync(
                lastHashed, (count, before) -> digest.update(chunk.bytes, 0, count), executor);
        lastRead = chunk.read;
        lastHashed = chunk.hashed;
        chunks.add(chunk);
    }

    private int read(Chunk chunk, int length) {
        try {
            return closed ? 0 : input.readNBytes(chunk.bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The next bytes, which need not be hashed yet.
     *
     * @return their number, or -1 at the end
     */
    int read(byte[] bytes, int offset, int length) throws IOException {
        Chunk chunk = chunks.peek();
        int count = chunk == null ? 0 : await(chunk.read);
        if (chunk == null || count == chunk.position) {
            return -1; // an earlier end than was said: what follows it is empty too
        }
        int part = Math.min(length, count - chunk.position);
        System.arraycopy(chunk.bytes, chunk.position, bytes, offset, part);
        chunk.position += part;
        if (chunk.position == chunk.bytes.length || chunk.position == count && left == 0) {
            chunks.remove();
            if (left > 0) {
                fill(chunk);
            }
        }
        return part;
    }

    private static int await(CompletableFuture<Integer> read) throws IOException {
        try {
            return BackgroundThreads.join(read);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Waits until all that was read is hashed. */
    void finish() {
        BackgroundThreads.join(lastHashed);
    }

    /** Reads no more. When this method returns, nobody reads the stream. */
    void close() {
        closed = true;
        BackgroundThreads.await(lastRead);
    }
}
