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
 * Takes the content of a blob of unknown size: keeps it in memory up to the size of a row, and from there on writes it to a
 * file. For one thread. Closing it removes what nobody asked for.
 */
final class BlobSink extends OutputStream {
    /** The largest blob, in bytes, that goes into the database: SQLite's own measurements break even at 50 to 100 KB. */
    static final int LARGEST_ROW = 64 * 1024;

    /** Small writes to a file are put together to so many bytes. */
    private static final int CHUNK = 1024 * 1024;

    private final BlobFiles files;
    private final BlobWriter writer;
    private final ParallelDigest digest = new ParallelDigest();
    private final byte[] single = new byte[1];
    private byte[] chunk = new byte[1024];
    private int chunkLength;
    private long size;
    private int chunkCapacity = LARGEST_ROW;
    private @Nullable BlobFileWriter file;
    private @Nullable DatastoreException failure;

    BlobSink(BlobFiles files, BlobWriter writer) {
        this.files = files;
        this.writer = writer;
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
            if (chunkLength == 0 && file != null) { // past the buffer, in pieces, of which the platform makes copies
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
            chunk = Arrays.copyOf(chunk, Math.min(chunkCapacity, Math.max(2 * chunk.length, chunkLength + length)));
        }
        System.arraycopy(bytes, offset, chunk, chunkLength, length);
        chunkLength += length;
    }

    private void drain(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        try {
            if (file == null) {
                // the beginning tells whether the rest is worth compressing
                boolean compress = writer.compressed(bytes, length).isPresent();
                file = files.newFile(compress ? PreparedBlob.Encoding.ZSTD : PreparedBlob.Encoding.RAW);
            }
            digest.update(bytes, offset, length, file::write);
        } catch (IOException e) {
            failure = files.cannotWrite(e);
            throw e;
        }
    }

    /** Why a write failed, if that was not the fault of the content. */
    Optional<DatastoreException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The whole content, ready to be stored; in a file, it is durable. */
    PreparedBlob prepared() {
        BlobFileWriter opened = file;
        if (opened == null) {
            byte[] content = Arrays.copyOf(chunk, chunkLength);
            return writer.prepareRow(new BlobInfo(Address.ofContent(content), chunkLength), content, chunkLength);
        }
        try {
            drain(chunk, 0, chunkLength);
            BlobInfo info = new BlobInfo(digest.finish(), size);
            PreparedBlob prepared = opened.finish(info);
            file = null;
            return prepared;
        } catch (IOException e) {
            throw files.cannotWrite(e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.abandon();
        }
    }
}
