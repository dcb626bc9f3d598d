package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.util.Optional;

/** Hashes and compresses blobs in the threads that bring them. Thread-safe. */
final class BlobPreparation {
    private final BlobStore outside;
    private final Compression compression;

    BlobPreparation(BlobStore outside, Compression compression) {
        this.outside = outside;
        this.compression = compression;
    }

    /** Prepares what is known already. */
    PreparedBlob prepare(BlobInfo info, byte[] content) {
        if (content.length <= outside.largestInRecords()) {
            return prepareSmall(info, content);
        }
        try (BlobSink sink = new BlobSink(outside, this)) {
            sink.write(content, 0, content.length);
            return sink.prepared(info.preview());
        } catch (IOException e) {
            throw new DatastoreException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Prepares what a stream brings; if that throws, nothing is left of it. */
    PreparedBlob prepare(BlobContent content) {
        try (BlobSink sink = new BlobSink(outside, this)) {
            try {
                content.writeTo(sink);
            } catch (IOException e) {
                throw sink.failure()
                        .orElseGet(() -> new DatastoreException(
                                "the content of a blob could not be produced: " + e.getMessage(), e));
            }
            return sink.prepared(content.preview());
        }
    }

    /** Prepares what goes into the records. The array is not copied if it is stored as it is, and must not change then. */
    PreparedBlob prepareSmall(BlobInfo info, byte[] content) {
        Optional<byte[]> compressed = compressed(content, content.length);
        return compressed.isPresent()
                ? new PreparedBlob.InRecord(info, Encoding.COMPRESSED, compressed.get())
                : new PreparedBlob.InRecord(info, Encoding.RAW, content);
    }

    /** The beginning of {@code content} as it is stored; nothing if compressing it does not pay. */
    Optional<byte[]> compressed(byte[] content, int length) {
        return compression.compress(content, length);
    }
}
