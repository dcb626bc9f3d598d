package dev.cairn.codec.value;

import dev.cairn.codec.MalformedArtifactException;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/**
 * How the elements of an array of primitives lie in a buffer: little-endian, one byte to a boolean, one NaN.
 *
 * @param element the codec of an element that stands alone
 * @param elementSize the number of bytes of an element
 * @param create makes an array of a length
 * @param put copies elements into a buffer
 * @param get copies elements out of a buffer
 * @param <A> the array
 */
record PrimitiveArrayFormat<A>(LeafCodec<?> element, int elementSize, IntFunction<A> create, Copy<A> put, Copy<A> get) {
    static final PrimitiveArrayFormat<boolean[]> BOOLEANS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.BOOLEAN, 1, boolean[]::new, PrimitiveArrayFormat::put, PrimitiveArrayFormat::get);

    static final PrimitiveArrayFormat<byte[]> BYTES = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.BYTE,
            Byte.BYTES,
            byte[]::new,
            (array, from, count, buffer) -> buffer.put(array, from, count),
            (array, from, count, buffer) -> buffer.get(array, from, count));

    static final PrimitiveArrayFormat<short[]> SHORTS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.SHORT,
            Short.BYTES,
            short[]::new,
            (array, from, count, buffer) -> buffer.asShortBuffer().put(array, from, count),
            (array, from, count, buffer) -> buffer.asShortBuffer().get(array, from, count));

    static final PrimitiveArrayFormat<char[]> CHARS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.CHAR,
            Character.BYTES,
            char[]::new,
            (array, from, count, buffer) -> buffer.asCharBuffer().put(array, from, count),
            (array, from, count, buffer) -> buffer.asCharBuffer().get(array, from, count));

    static final PrimitiveArrayFormat<int[]> INTS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.INT,
            Integer.BYTES,
            int[]::new,
            (array, from, count, buffer) -> buffer.asIntBuffer().put(array, from, count),
            (array, from, count, buffer) -> buffer.asIntBuffer().get(array, from, count));

    static final PrimitiveArrayFormat<long[]> LONGS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.LONG,
            Long.BYTES,
            long[]::new,
            (array, from, count, buffer) -> buffer.asLongBuffer().put(array, from, count),
            (array, from, count, buffer) -> buffer.asLongBuffer().get(array, from, count));

    static final PrimitiveArrayFormat<float[]> FLOATS = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.FLOAT,
            Float.BYTES,
            float[]::new,
            PrimitiveArrayFormat::put,
            (array, from, count, buffer) -> buffer.asFloatBuffer().get(array, from, count));

    static final PrimitiveArrayFormat<double[]> DOUBLES = new PrimitiveArrayFormat<>(
            PrimitiveCodecs.DOUBLE,
            Double.BYTES,
            double[]::new,
            PrimitiveArrayFormat::put,
            (array, from, count, buffer) -> buffer.asDoubleBuffer().get(array, from, count));

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
