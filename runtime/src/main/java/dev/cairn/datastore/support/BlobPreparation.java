package dev.cairn.datastore.support;

import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        return content.length > outside.largestInRecords()
                ? prepare(output -> output.write(content), info::preview)
                : prepareSmall(info, content);
    }

    /** Prepares what a stream brings; if that throws, nothing is left of it. */
    PreparedBlob prepare(BlobContent content) {
        return prepare(content, content::preview);
    }

    /** The preview is asked for once the content is written. */
    private PreparedBlob prepare(BlobContent content, Supplier<@Nullable String> preview) {
        try (BlobSink sink = new BlobSink(outside, this)) {
            try {
                content.writeTo(sink);
            } catch (IOException e) {
                throw sink.failure()
                        .orElseGet(() -> new DatastoreException(
                                "the content of a blob could not be produced: " + e.getMessage(), e));
            }
            return sink.prepared(preview.get());
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
