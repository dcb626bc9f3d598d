package dev.cairn.datastore.local;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Zstandard (RFC 8878) at level 1, where it pays. Thread-safe: contexts are costly to make, and lent to one thread at a time.
 */
final class Compression {
    /** Less than this does not get smaller. */
    static final int SMALLEST = 512;

    /** What is not at least this much smaller is stored as it is. */
    private static final double WORTH = 0.95;

    private static final int LEVEL = 1;

    private static final Pool<ZstdCompressCtx> COMPRESSORS = new Pool<>(() -> new ZstdCompressCtx().setLevel(LEVEL));
    private static final Pool<ZstdDecompressCtx> DECOMPRESSORS = new Pool<>(ZstdDecompressCtx::new);

    private Compression() {}

    /** The first {@code length} bytes of {@code content} compressed, if it pays. */
    static Optional<byte[]> compress(byte[] content, int length) {
        if (length < SMALLEST) {
            return Optional.empty();
        }
        byte[] compressed = new byte[(int) Zstd.compressBound(length)];
        int size = COMPRESSORS.lend(
                context -> context.compressByteArray(compressed, 0, compressed.length, content, 0, length));
        return size <= length * WORTH ? Optional.of(Arrays.copyOf(compressed, size)) : Optional.empty();
    }

    /**
     * What was compressed.
     *
     * @throws IOException if it is not what compressing {@code size} bytes gives; never allocates more than these
     */
    static byte[] decompress(byte[] compressed, int size) throws IOException {
        if (Zstd.getFrameContentSize(compressed) != size) {
            throw new IOException("it does not have " + size + " bytes");
        }
        byte[] content = new byte[size];
        try {
            int actual = DECOMPRESSORS.lend(
                    context -> context.decompressByteArray(content, 0, size, compressed, 0, compressed.length));
            if (actual != size) {
                throw new IOException("it has " + actual + " bytes, not " + size);
            }
            return content;
        } catch (ZstdException e) {
            throw new IOException("it cannot be decompressed: " + e.getMessage(), e);
        }
    }

    /** Compresses what is written. To be closed, which closes {@code output}. */
    static OutputStream compressing(OutputStream output) throws IOException {
        return new ZstdOutputStreamNoFinalizer(output, LEVEL);
    }

    /** Decompresses what is read. To be closed, which closes {@code input}. */
    static InputStream decompressing(InputStream input) throws IOException {
        return new ZstdInputStreamNoFinalizer(input);
    }

    /** Lends objects, each to one borrower at a time, and makes one more when none is left. */
    private static final class Pool<C> {
        private final ConcurrentLinkedQueue<C> idle = new ConcurrentLinkedQueue<>();
        private final Supplier<C> maker;

        Pool(Supplier<C> maker) {
            this.maker = maker;
        }

        <R> R lend(Function<C, R> use) {
            C polled = idle.poll();
            C context = polled != null ? polled : maker.get();
            try {
                return use.apply(context);
            } finally {
                idle.add(context);
            }
        }
    }
}
