package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
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
    private final MessageDigest digest = Address.newDigest();
    private final byte[] single = new byte[1];
    private byte[] chunk = new byte[1024];
    private int chunkLength;
    private long size;
    private int chunkCapacity;
    private BlobStore.@Nullable Staging staging;
    private @Nullable WriteBehind behind;
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
            int part = chunkCapacity - chunkLength;
            append(bytes, from, part);
            from += part;
            left -= part;
            drain();
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

    private void drain() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure); // the bytes that it lost do not come back
        }
        size += chunkLength;
        try {
            if (staging == null) {
                BlobStore.Staging opened = outside.stage(preparation.encoding(chunk, chunkLength));
                staging = opened;
                digest.update(chunk, 0, chunkLength);
                opened.write(chunk, 0, chunkLength);
            } else {
                if (behind == null) {
                    behind = new WriteBehind(staging, digest);
                }
                chunk = behind.add(chunk, chunkLength);
            }
        } catch (DatastoreException e) {
            failure = e;
            throw new IOException(e.getMessage(), e); // which whoever produces the content knows how to pass on
        }
        chunkLength = 0;
        chunkCapacity = CHUNK;
    }

    /** Why a write failed, if that was not the fault of the content. */
    Optional<DatastoreException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The whole content, ready to be stored; outside the records, it is durable. */
    PreparedBlob prepared(@Nullable String preview) {
        if (failure != null) {
            throw failure; // whoever produced the content has overlooked it, as a PrintStream does
        }
        BlobStore.Staging opened = staging;
        if (opened == null) {
            byte[] content = Arrays.copyOf(chunk, chunkLength);
            return preparation.prepareSmall(new BlobInfo(Address.ofContent(content), chunkLength, preview), content);
        }
        PreparedBlob prepared = opened.finish(new BlobInfo(finish(opened), size, preview));
        staging = null;
        return prepared;
    }

    private Address finish(BlobStore.Staging opened) {
        size += chunkLength;
        if (behind != null) {
            behind.add(chunk, chunkLength);
            return behind.finish();
        }
        digest.update(chunk, 0, chunkLength);
        opened.write(chunk, 0, chunkLength);
        return Address.ofBytes(digest.digest());
    }

    @Override
    public void close() {
        if (staging != null) {
            if (behind != null) {
                behind.stop();
            }
            staging.abandon();
        }
    }
}
