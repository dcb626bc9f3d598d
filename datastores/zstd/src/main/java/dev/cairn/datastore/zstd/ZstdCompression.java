package dev.cairn.datastore.zstd;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.cairn.datastore.support.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Zstandard (RFC 8878) at level 1. Content that would not become smaller by an eighth, or that has fewer than 512 bytes, is stored as
 * it is: arrays of numbers without any pattern become up to a tenth smaller, and take twice as long to read then. Thread-safe: contexts are expensive to create, so they are pooled, and each is used by one thread at a time.
 */
public final class ZstdCompression implements Compression {
    /** Content of fewer bytes does not become smaller. */
    private static final int SMALLEST = 512;

    /** The largest ratio of compressed to original size at which the compressed bytes are stored. */
    private static final double WORTH = 0.875;

    private static final int LEVEL = 1;

    private static final Pool<ZstdCompressCtx> COMPRESSORS = new Pool<>(() -> new ZstdCompressCtx().setLevel(LEVEL));
    private static final Pool<ZstdDecompressCtx> DECOMPRESSORS = new Pool<>(ZstdDecompressCtx::new);

    /** All instances are equivalent. */
    public ZstdCompression() {}

    @Override
    public Optional<byte[]> compress(byte[] content, int length) {
        if (length < SMALLEST) {
            return Optional.empty();
        }
        byte[] compressed = new byte[(int) Zstd.compressBound(length)];
        int size = COMPRESSORS.lend(
                context -> context.compressByteArray(compressed, 0, compressed.length, content, 0, length));
        return size <= length * WORTH ? Optional.of(Arrays.copyOf(compressed, size)) : Optional.empty();
    }

    @Override
    public byte[] decompress(byte[] compressed, int size) throws IOException {
        if (Zstd.getFrameContentSize(compressed) != size) {
            throw new IOException("it does not decompress to " + size + " bytes");
        }
        byte[] content = new byte[size];
        try {
            int actual = DECOMPRESSORS.lend(
                    context -> context.decompressByteArray(content, 0, size, compressed, 0, compressed.length));
            if (actual != size) {
                throw new IOException("it decompresses to " + actual + " bytes, not " + size);
            }
            return content;
        } catch (ZstdException e) {
            throw new IOException("it cannot be decompressed: " + e.getMessage(), e);
        }
    }

    @Override
    public OutputStream compressing(OutputStream output) throws IOException {
        return new ZstdOutputStreamNoFinalizer(output, LEVEL);
    }

    @Override
    public InputStream decompressing(InputStream input) throws IOException {
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
