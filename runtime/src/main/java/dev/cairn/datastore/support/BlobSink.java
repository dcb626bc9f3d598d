package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the content of a blob of unknown size: keeps it in memory as long as it may go into the records, and from there on writes it
 * outside them. For one thread. Closing it removes what nobody asked for.
 */
final class BlobSink extends OutputStream {
    /** Small writes are put together to so many bytes. */
    static final int CHUNK = 1024 * 1024;

    private final BlobStore outside;
    private final BlobPreparation preparation;
    private final ParallelDigest digest = new ParallelDigest();
    private final byte[] single = new byte[1];
    private byte[] chunk = new byte[1024];
    private int chunkLength;
    private long size;
    private int chunkCapacity;
    private BlobStore.@Nullable Staging staging;
    private @Nullable DatastoreException failure;

    BlobSink(BlobStore outside, BlobPreparation preparation) {
        this.outside = outside;
        this.preparation = preparation;
        this.chunkCapacity = outside.largestInRecords();
    }

    @Override
    public void write(int value) throws IOException {
        single[0] = (byte) value;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > chunkCapacity - chunkLength) {
            if (chunkLength == 0 && staging != null) { // past the buffer, in pieces, of which the platform makes copies
                drain(bytes, from, CHUNK);
                from += CHUNK;
                left -= CHUNK;
                continue;
            }
            int part = chunkCapacity - chunkLength;
            append(bytes, from, part);
            from += part;
            left -= part;
            drain(chunk, 0, chunkLength);
            chunkLength = 0;
            chunkCapacity = CHUNK;
        }
        append(bytes, from, left);
    }

    private void append(byte[] bytes, int offset, int length) {
        if (chunk.length < chunkLength + length) {
            long wanted = Math.max(2L * chunk.length, chunkLength + length);
            chunk = Arrays.copyOf(chunk, (int) Math.min(chunkCapacity, wanted));
        }
        System.arraycopy(bytes, offset, chunk, chunkLength, length);
        chunkLength += length;
    }

    private void drain(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        try {
            if (staging == null) {
                staging = outside.stage(preparation.encoding(bytes, length));
            }
            digest.update(bytes, offset, length, staging::write);
        } catch (DatastoreException e) {
            failure = e;
            throw new IOException(e.getMessage(), e); // which whoever produces the content knows how to pass on
        }
    }

    /** Why a write failed, if that was not the fault of the content. */
    Optional<DatastoreException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The whole content, ready to be stored; outside the records, it is durable. */
    PreparedBlob prepared(@Nullable String preview) {
        BlobStore.Staging opened = staging;
        if (opened == null) {
            byte[] content = Arrays.copyOf(chunk, chunkLength);
            return preparation.prepareSmall(new BlobInfo(Address.ofContent(content), chunkLength, preview), content);
        }
        size += chunkLength;
        digest.update(chunk, 0, chunkLength, opened::write);
        PreparedBlob prepared = opened.finish(new BlobInfo(digest.finish(), size, preview));
        staging = null;
        return prepared;
    }

    @Override
    public void close() {
        if (staging != null) {
            staging.abandon();
        }
    }
}
