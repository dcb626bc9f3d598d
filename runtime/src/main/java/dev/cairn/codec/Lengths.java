package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.util.Arrays;

/**
 * Lengths that come from the data are not believed: they are compared with what is left of the input before anything is
 * allocated.
 */
final class Lengths {
    /** What is allocated at once where it is not known how much is left. */
    private static final int PIECE = 1 << 16;

    private Lengths() {}

    /** Reads a number of elements, each of at least one byte. */
    static int read(Input input) {
        return checked(input, input.readVarInt(true), 1);
    }

    /** Reads null, which is -1, or a number of elements, each of at least {@code elementSize} bytes. */
    static int readNullable(Input input, int elementSize) {
        int stored = input.readVarInt(true);
        return stored == 0 ? -1 : checked(input, stored - 1, elementSize);
    }

    private static int checked(Input input, int length, int elementSize) {
        long remaining = remaining(input);
        if (length < 0 || (long) length * elementSize > remaining) {
            throw new MalformedArtifactException(
                    "a length of " + Integer.toUnsignedString(length) + " where only " + remaining + " bytes are left");
        }
        return length;
    }

    /** The number of bytes left, or a bound where that is not known. */
    static long remaining(Input input) {
        if (input instanceof SizedInput sized) {
            return sized.remaining();
        }
        return input.getInputStream() == null ? input.limit() - input.position() : Long.MAX_VALUE;
    }

    /** Reads exactly {@code length} bytes. */
    static byte[] readBytes(Input input, int length) {
        if (remaining(input) != Long.MAX_VALUE) {
            return input.readBytes(length);
        }
        byte[] bytes = new byte[Math.min(length, PIECE)];
        int size = 0;
        while (size < length) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, size * 2L));
            }
            input.readBytes(bytes, size, bytes.length - size);
            size = bytes.length;
        }
        return bytes;
    }

    /** A capacity for a collection of {@code length} elements. */
    static int capacity(int length) {
        return Math.min(length, PIECE);
    }
}
