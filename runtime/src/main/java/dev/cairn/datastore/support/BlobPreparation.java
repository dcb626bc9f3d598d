package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Hashes and compresses blobs in the threads that bring them, and stores them in the thread of the committer. Thread-safe. */
final class BlobWriter {
    private final BlobFiles files;
    private final BlobRows rows;
    private final Compression compression;

    BlobWriter(BlobFiles files, BlobRows rows, Compression compression) {
        this.files = files;
        this.rows = rows;
        this.compression = compression;
    }

    /** Prepares what has this address. */
    PreparedBlob prepare(Address address, byte[] content) {
        if (content.length > BlobSink.LARGEST_ROW) {
            return prepare(output -> output.write(content));
        }
        return prepareRow(new BlobInfo(address, content.length), content, content.length);
    }

    /** Prepares what a stream brings; if that throws, nothing is left of it. */
    PreparedBlob prepare(BlobContent content) {
        try (BlobSink sink = new BlobSink(files, this)) {
            try {
                content.writeTo(sink);
            } catch (IOException e) {
                throw sink.failure()
                        .orElseGet(() -> new DatastoreException(
                                "the content of a blob could not be produced: " + e.getMessage(), e));
            }
            return sink.prepared();
        }
    }

    /** Prepares a small blob. The array is not copied if it is stored as it is, and must not change then. */
    PreparedBlob prepareRow(BlobInfo info, byte[] content, int length) {
        Optional<byte[]> compressed = compressed(content, length);
        return compressed.isPresent()
                ? new PreparedBlob.InRow(info, PreparedBlob.Encoding.ZSTD, compressed.get())
                : new PreparedBlob.InRow(info, PreparedBlob.Encoding.RAW, content);
    }

    /** The beginning of {@code content} as it is stored; nothing if compressing it does not pay. */
    Optional<byte[]> compressed(byte[] content, int length) {
        return compression.compress(content, length);
    }

    /** Stores a blob, unless it is there. Part of a transaction of the committer. */
    void store(PreparedBlob blob, Session session) throws SQLException, IOException {
        rows.store(blob, session);
    }
}
