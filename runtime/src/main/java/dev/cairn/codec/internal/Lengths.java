package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.MalformedArtifactException;
import java.util.Arrays;

/**
 * Lengths that come from the data are not believed: they are compared with what is left of the input before anything is
 * allocated.
 */
public final class Lengths {
    /** What is allocated at once where it is not known how much is left. */
    private static final int PIECE = 1 << 16;

    private Lengths() {}

    /** Reads a number of bytes. */
    public static int read(Input input) {
        return checked(input, Varints.readInt(input), 1);
    }

    /** Reads the number of elements of a collection, each of at least one byte. */
    public static int read(Kryo kryo, Input input) {
        int length = checked(input, Varints.readInt(input), 1);
        CodecState.of(kryo).claim(length);
        return length;
    }

    /** Reads null, which is -1, or the number of elements of a collection, each of at least one byte. */
    public static int readNullable(Kryo kryo, Input input) {
        int stored = Varints.readInt(input);
        if (stored == 0) {
            return -1;
        }
        int length = checked(input, stored - 1, 1);
        CodecState.of(kryo).claim(length);
        return length;
    }

    /** Reads null, which is -1, or a number of elements, each of at least {@code elementSize} bytes. */
    public static int readNullable(Input input, int elementSize) {
        int stored = Varints.readInt(input);
        return stored == 0 ? -1 : checked(input, stored - 1, elementSize);
    }

    private static int checked(Input input, int length, int elementSize) {
        long remaining = remaining(input);
        if (length < 0 || (long) length * elementSize > remaining) {
            throw new MalformedArtifactException(
                    "a length is " + Integer.toUnsignedString(length) + ", but only " + remaining + " bytes are left");
        }
        return length;
    }

    /** The number of bytes left, or a bound where that is not known. */
    public static long remaining(Input input) {
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

    /**
     * A capacity for {@code length} elements that come from {@code input}. Where it is known how much is left, the length was compared
     * with that, and a collection that need not grow takes a third of what it takes otherwise.
     */
    public static int capacity(Input input, int length) {
        return remaining(input) == Long.MAX_VALUE ? Math.min(length, PIECE) : length;
    }
}
