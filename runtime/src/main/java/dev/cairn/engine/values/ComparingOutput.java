package dev.cairn.engine.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.runtime.internal.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares an encoding with known bytes as it comes into being, so that it is neither kept nor hashed. For one thread. */
final class ComparingOutput extends OutputStream {
    /** Ends an encoding at the first byte that differs. */
    private static final class Different extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this; // nobody looks at it
        }
    }

    private final byte[] expected;
    private int position;

    private ComparingOutput(byte[] expected) {
        this.expected = expected;
    }

    /**
     * Whether {@code value} is encoded as {@code expected}.
     *
     * @throws CodecException if the value cannot be stored
     */
    static boolean isEncodedAs(byte[] expected, ArtifactCodec<?> codec, @Nullable Object value) {
        ComparingOutput output = new ComparingOutput(expected);
        try {
            Encoding.write(codec, value, output);
            return output.position == expected.length;
        } catch (Different e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > expected.length - position
                || !Arrays.equals(bytes, offset, offset + length, expected, position, position + length)) {
            throw new Different();
        }
        position += length;
    }
}
