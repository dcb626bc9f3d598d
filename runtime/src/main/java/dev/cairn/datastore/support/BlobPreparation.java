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

    /** Prepares what is known already, and need not be hashed again. */
    PreparedBlob prepare(BlobInfo info, byte[] content) {
        if (content.length <= outside.largestInRecords()) {
            return prepareSmall(info, content);
        }
        BlobStore.Staging staging = outside.stage(encoding(content, Math.min(content.length, BlobSink.CHUNK)));
        boolean finished = false;
        try {
            for (int from = 0; from < content.length; from += BlobSink.CHUNK) { // of each, the platform makes a copy
                staging.write(content, from, Math.min(content.length - from, BlobSink.CHUNK));
            }
            PreparedBlob prepared = staging.finish(info);
            finished = true;
            return prepared;
        } finally {
            if (!finished) {
                staging.abandon();
            }
        }
    }

    /** How content is stored outside the records: its beginning tells whether the rest is worth compressing. */
    Encoding encoding(byte[] beginning, int length) {
        return compressed(beginning, length).isPresent() ? Encoding.COMPRESSED : Encoding.RAW;
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
