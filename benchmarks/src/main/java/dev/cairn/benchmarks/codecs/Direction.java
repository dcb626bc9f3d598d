package dev.cairn.benchmarks.codecs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is measured of a serializer. */
enum Direction {
    /** Encodes into a stream that forgets everything. */
    WRITE_STREAM,
    /** Decodes from a stream. */
    READ_STREAM,
    /** Encodes into an array of just the right size. */
    WRITE_BYTES,
    /** Decodes from an array. */
    READ_BYTES;

    boolean writes() {
        return this == WRITE_STREAM || this == WRITE_BYTES;
    }

    /** Does it once. */
    Object run(Serializer serializer, Object value, byte[] encoded) throws IOException {
        return switch (this) {
            case WRITE_STREAM -> {
                serializer.write(value, OutputStream.nullOutputStream());
                yield value;
            }
            case READ_STREAM -> serializer.read(new ByteArrayInputStream(encoded), encoded.length);
            case WRITE_BYTES -> serializer.toBytes(value);
            case READ_BYTES -> serializer.fromBytes(encoded);
        };
    }
}
