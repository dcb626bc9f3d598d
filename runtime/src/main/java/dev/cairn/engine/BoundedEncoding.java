package dev.cairn.engine;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.runtime.Encoding;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Encodes a value in memory, unless it turns out to be large. */
final class BoundedEncoding {
    private BoundedEncoding() {}

    /** The encoded value, or null if it has more than {@code limit} bytes. */
    static byte @Nullable [] of(ArtifactCodec<?> codec, @Nullable Object value, int limit) {
        Buffer buffer = new Buffer(limit);
        try {
            Encoding.write(codec, value, buffer);
        } catch (RuntimeException e) {
            if (buffer.full) {
                return null;
            }
            throw e;
        }
        return buffer.toByteArray();
    }

    /** Refuses what is beyond the limit, so that the encoder stops there. */
    private static final class Buffer extends ByteArrayOutputStream {
        private final int limit;
        private boolean full;

        Buffer(int limit) {
            super(256);
            this.limit = limit;
        }

        @Override
        public void write(int value) {
            require(1);
            super.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            require(length);
            super.write(bytes, offset, length);
        }

        private void require(int length) {
            if (size() + length > limit) {
                full = true;
                throw new Full();
            }
        }
    }

    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("the value is large", null, false, false);
        }
    }
}
