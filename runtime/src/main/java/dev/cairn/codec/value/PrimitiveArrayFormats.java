package dev.cairn.codec.value;

import dev.cairn.codec.MalformedArtifactException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The formats of the eight kinds of arrays of primitives. */
final class PrimitiveArrayFormats {
    private PrimitiveArrayFormats() {}

    static final class OfBooleans implements PrimitiveArrayFormat<boolean[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.BOOLEAN;
        }

        @Override
        public int elementSize() {
            return 1;
        }

        @Override
        public boolean[] create(int length) {
            return new boolean[length];
        }

        @Override
        public int length(boolean[] array) {
            return array.length;
        }

        @Override
        public boolean[] resize(boolean[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(boolean[] array, int from, int count, ByteBuffer buffer) {
            for (int i = 0; i < count; i++) {
                buffer.put((byte) (array[from + i] ? 1 : 0));
            }
        }

        @Override
        public void get(ByteBuffer buffer, boolean[] array, int from, int count) {
            for (int i = 0; i < count; i++) {
                byte value = buffer.get();
                if (value != 0 && value != 1) {
                    throw new MalformedArtifactException("expected a boolean, found the byte " + value);
                }
                array[from + i] = value == 1;
            }
        }
    }

    static final class OfBytes implements PrimitiveArrayFormat<byte[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.BYTE;
        }

        @Override
        public int elementSize() {
            return 1;
        }

        @Override
        public byte[] create(int length) {
            return new byte[length];
        }

        @Override
        public int length(byte[] array) {
            return array.length;
        }

        @Override
        public byte[] resize(byte[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(byte[] array, int from, int count, ByteBuffer buffer) {
            buffer.put(array, from, count);
        }

        @Override
        public void get(ByteBuffer buffer, byte[] array, int from, int count) {
            buffer.get(array, from, count);
        }
    }

    static final class OfShorts implements PrimitiveArrayFormat<short[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.SHORT;
        }

        @Override
        public int elementSize() {
            return Short.BYTES;
        }

        @Override
        public short[] create(int length) {
            return new short[length];
        }

        @Override
        public int length(short[] array) {
            return array.length;
        }

        @Override
        public short[] resize(short[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(short[] array, int from, int count, ByteBuffer buffer) {
            buffer.asShortBuffer().put(array, from, count);
        }

        @Override
        public void get(ByteBuffer buffer, short[] array, int from, int count) {
            buffer.asShortBuffer().get(array, from, count);
        }
    }

    static final class OfChars implements PrimitiveArrayFormat<char[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.CHAR;
        }

        @Override
        public int elementSize() {
            return Character.BYTES;
        }

        @Override
        public char[] create(int length) {
            return new char[length];
        }

        @Override
        public int length(char[] array) {
            return array.length;
        }

        @Override
        public char[] resize(char[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(char[] array, int from, int count, ByteBuffer buffer) {
            buffer.asCharBuffer().put(array, from, count);
        }

        @Override
        public void get(ByteBuffer buffer, char[] array, int from, int count) {
            buffer.asCharBuffer().get(array, from, count);
        }
    }

    static final class OfInts implements PrimitiveArrayFormat<int[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.INT;
        }

        @Override
        public int elementSize() {
            return Integer.BYTES;
        }

        @Override
        public int[] create(int length) {
            return new int[length];
        }

        @Override
        public int length(int[] array) {
            return array.length;
        }

        @Override
        public int[] resize(int[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(int[] array, int from, int count, ByteBuffer buffer) {
            buffer.asIntBuffer().put(array, from, count);
        }

        @Override
        public void get(ByteBuffer buffer, int[] array, int from, int count) {
            buffer.asIntBuffer().get(array, from, count);
        }
    }

    static final class OfLongs implements PrimitiveArrayFormat<long[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.LONG;
        }

        @Override
        public int elementSize() {
            return Long.BYTES;
        }

        @Override
        public long[] create(int length) {
            return new long[length];
        }

        @Override
        public int length(long[] array) {
            return array.length;
        }

        @Override
        public long[] resize(long[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(long[] array, int from, int count, ByteBuffer buffer) {
            buffer.asLongBuffer().put(array, from, count);
        }

        @Override
        public void get(ByteBuffer buffer, long[] array, int from, int count) {
            buffer.asLongBuffer().get(array, from, count);
        }
    }

    static final class OfFloats implements PrimitiveArrayFormat<float[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.FLOAT;
        }

        @Override
        public int elementSize() {
            return Float.BYTES;
        }

        @Override
        public float[] create(int length) {
            return new float[length];
        }

        @Override
        public int length(float[] array) {
            return array.length;
        }

        @Override
        public float[] resize(float[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(float[] array, int from, int count, ByteBuffer buffer) {
            boolean nan = false;
            for (int i = from; i < from + count; i++) {
                nan |= array[i] != array[i];
            }
            if (!nan) {
                buffer.asFloatBuffer().put(array, from, count);
                return;
            }
            for (int i = from; i < from + count; i++) {
                buffer.putInt(Float.floatToIntBits(array[i]));
            }
        }

        @Override
        public void get(ByteBuffer buffer, float[] array, int from, int count) {
            buffer.asFloatBuffer().get(array, from, count);
        }
    }

    static final class OfDoubles implements PrimitiveArrayFormat<double[]> {
        @Override
        public LeafCodec<?> element() {
            return PrimitiveCodecs.DOUBLE;
        }

        @Override
        public int elementSize() {
            return Double.BYTES;
        }

        @Override
        public double[] create(int length) {
            return new double[length];
        }

        @Override
        public int length(double[] array) {
            return array.length;
        }

        @Override
        public double[] resize(double[] array, int length) {
            return Arrays.copyOf(array, length);
        }

        @Override
        public void put(double[] array, int from, int count, ByteBuffer buffer) {
            boolean nan = false;
            for (int i = from; i < from + count; i++) {
                nan |= array[i] != array[i];
            }
            if (!nan) {
                buffer.asDoubleBuffer().put(array, from, count);
                return;
            }
            for (int i = from; i < from + count; i++) {
                buffer.putLong(Double.doubleToLongBits(array[i]));
            }
        }

        @Override
        public void get(ByteBuffer buffer, double[] array, int from, int count) {
            buffer.asDoubleBuffer().get(array, from, count);
        }
    }
}
