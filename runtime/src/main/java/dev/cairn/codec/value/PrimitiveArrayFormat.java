package dev.cairn.codec.value;

import dev.cairn.codec.MalformedArtifactException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of an array of primitives lie in a buffer: little-endian, one byte to a boolean, one NaN.
 *
 * @param type the class of the array
 * @param element the codec of an element that stands alone
 * @param elementSize the number of bytes of an element
 * @param elements makes what handles them, which a program needs for few of the types
 * @param <A> the array
 */
record PrimitiveArrayFormat<A>(Class<A> type, LeafCodec<?> element, int elementSize, Supplier<Elements<A>> elements) {
    static final PrimitiveArrayFormat<boolean[]> BOOLEANS = new PrimitiveArrayFormat<>(
            boolean[].class,
            PrimitiveCodecs.BOOLEAN,
            1,
            () -> new Elements<>(boolean[]::new, PrimitiveArrayFormat::put, PrimitiveArrayFormat::get));

    static final PrimitiveArrayFormat<byte[]> BYTES = new PrimitiveArrayFormat<>(
            byte[].class,
            PrimitiveCodecs.BYTE,
            Byte.BYTES,
            () -> new Elements<>(
                    byte[]::new,
                    (array, from, count, buffer) -> buffer.put(array, from, count),
                    (array, from, count, buffer) -> buffer.get(array, from, count),
                    (bytes, position, length) -> Arrays.copyOfRange(bytes, position, position + length)));

    static final PrimitiveArrayFormat<short[]> SHORTS = new PrimitiveArrayFormat<>(
            short[].class,
            PrimitiveCodecs.SHORT,
            Short.BYTES,
            () -> new Elements<>(
                    short[]::new,
                    (array, from, count, buffer) -> buffer.asShortBuffer().put(array, from, count),
                    (array, from, count, buffer) -> buffer.asShortBuffer().get(array, from, count)));

    static final PrimitiveArrayFormat<char[]> CHARS = new PrimitiveArrayFormat<>(
            char[].class,
            PrimitiveCodecs.CHAR,
            Character.BYTES,
            () -> new Elements<>(
                    char[]::new,
                    (array, from, count, buffer) -> buffer.asCharBuffer().put(array, from, count),
                    (array, from, count, buffer) -> buffer.asCharBuffer().get(array, from, count)));

    static final PrimitiveArrayFormat<int[]> INTS = new PrimitiveArrayFormat<>(
            int[].class,
            PrimitiveCodecs.INT,
            Integer.BYTES,
            () -> new Elements<>(
                    int[]::new,
                    (array, from, count, buffer) -> buffer.asIntBuffer().put(array, from, count),
                    (array, from, count, buffer) -> buffer.asIntBuffer().get(array, from, count)));

    static final PrimitiveArrayFormat<long[]> LONGS = new PrimitiveArrayFormat<>(
            long[].class,
            PrimitiveCodecs.LONG,
            Long.BYTES,
            () -> new Elements<>(
                    long[]::new,
                    (array, from, count, buffer) -> buffer.asLongBuffer().put(array, from, count),
                    (array, from, count, buffer) -> buffer.asLongBuffer().get(array, from, count)));

    static final PrimitiveArrayFormat<float[]> FLOATS = new PrimitiveArrayFormat<>(
            float[].class,
            PrimitiveCodecs.FLOAT,
            Float.BYTES,
            () -> new Elements<>(
                    float[]::new,
                    PrimitiveArrayFormat::put,
                    (array, from, count, buffer) -> buffer.asFloatBuffer().get(array, from, count)));

    static final PrimitiveArrayFormat<double[]> DOUBLES = new PrimitiveArrayFormat<>(
            double[].class,
            PrimitiveCodecs.DOUBLE,
            Double.BYTES,
            () -> new Elements<>(
                    double[]::new,
                    PrimitiveArrayFormat::put,
                    (array, from, count, buffer) -> buffer.asDoubleBuffer().get(array, from, count)));

    /**
     * Handles the elements of an array.
     *
     * @param create makes an array of a length
     * @param put copies elements into a buffer
     * @param get copies elements out of a buffer
     * @param whole makes an array out of bytes that are all there, where that takes one copy; else null
     */
    record Elements<A>(
            IntFunction<A> create,
            Copy<A> put,
            Copy<A> get,
            @Nullable Whole<A> whole) {
        Elements(IntFunction<A> create, Copy<A> put, Copy<A> get) {
            this(create, put, get, null);
        }
    }

    /** Makes an array of {@code length} elements out of the bytes from {@code position} on. */
    @FunctionalInterface
    interface Whole<A> {
        A of(byte[] bytes, int position, int length);
    }

    /**
     * Copies elements to or from {@code buffer}, from its position on; its order is little-endian, and its position does not matter
     * afterwards.
     */
    @FunctionalInterface
    interface Copy<A> {
        void copy(A array, int from, int count, ByteBuffer buffer);
    }

    private static void put(boolean[] array, int from, int count, ByteBuffer buffer) {
        for (int i = from; i < from + count; i++) {
            buffer.put((byte) (array[i] ? 1 : 0));
        }
    }

    private static void get(boolean[] array, int from, int count, ByteBuffer buffer) {
        for (int i = from; i < from + count; i++) {
            byte value = buffer.get();
            if (value != 0 && value != 1) {
                throw new MalformedArtifactException("expected a boolean, found the byte " + value);
            }
            array[i] = value == 1;
        }
    }

    private static void put(float[] array, int from, int count, ByteBuffer buffer) {
        if (!NaNs.mayBeIn(array, from, from + count)) {
            buffer.asFloatBuffer().put(array, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            buffer.putInt(Float.floatToIntBits(array[i]));
        }
    }

    private static void put(double[] array, int from, int count, ByteBuffer buffer) {
        if (!NaNs.mayBeIn(array, from, from + count)) {
            buffer.asDoubleBuffer().put(array, from, count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            buffer.putLong(Double.doubleToLongBits(array[i]));
        }
    }
}
