package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.OutputStream;

/**
 * Where a {@link CustomCodec} writes a value. As a stream it takes bytes, for libraries that write to streams; its other methods write
 * values as Cairn's own codecs do, to be read with the method of the same name of {@link CodecInput}, in the same order. To flush or
 * close it has no effect. Not thread-safe, and not to be kept after the value was written.
 */
public final class CodecOutput extends OutputStream {
    private final Kryo kryo;
    private final Output output;

    CodecOutput(Kryo kryo, Output output) {
        this.kryo = kryo;
        this.output = output;
    }

    @Override
    public void write(int value) {
        output.writeByte((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        output.writeBytes(bytes, offset, length);
    }

    /**
     * Writes a boolean, as one byte.
     *
     * @param value what to write
     */
    public void writeBoolean(boolean value) {
        PrimitiveFormat.writeBoolean(output, value);
    }

    /**
     * Writes an int, as one to five bytes: the closer to zero, the fewer.
     *
     * @param value what to write
     */
    public void writeInt(int value) {
        PrimitiveFormat.writeInt(output, value);
    }

    /**
     * Writes a long, as one to nine bytes: the closer to zero, the fewer.
     *
     * @param value what to write
     */
    public void writeLong(long value) {
        PrimitiveFormat.writeLong(output, value);
    }

    /**
     * Writes a float, as four bytes.
     *
     * @param value what to write
     */
    public void writeFloat(float value) {
        PrimitiveFormat.writeFloat(output, value);
    }

    /**
     * Writes a double, as eight bytes.
     *
     * @param value what to write
     */
    public void writeDouble(double value) {
        PrimitiveFormat.writeDouble(output, value);
    }

    /**
     * Writes a string of any length: the number of its bytes, then UTF-8.
     *
     * @param text what to write, which may be empty
     * @throws UnsupportedValueException if it has more than 2 GB
     */
    public void writeString(String text) {
        Codecs.STRING.write(kryo, output, text);
    }

    /**
     * Writes an array: its length, then its elements.
     *
     * @param array what to write, which may be empty
     */
    public void writeBytes(byte[] array) {
        Codecs.BYTE_ARRAY.write(kryo, output, array);
    }

    /**
     * Writes an array: its length, then its elements, four bytes each.
     *
     * @param array what to write, which may be empty
     */
    public void writeInts(int[] array) {
        Codecs.INT_ARRAY.write(kryo, output, array);
    }

    /**
     * Writes an array: its length, then its elements, eight bytes each.
     *
     * @param array what to write, which may be empty
     */
    public void writeLongs(long[] array) {
        Codecs.LONG_ARRAY.write(kryo, output, array);
    }

    /**
     * Writes an array: its length, then its elements, four bytes each.
     *
     * @param array what to write, which may be empty
     */
    public void writeFloats(float[] array) {
        Codecs.FLOAT_ARRAY.write(kryo, output, array);
    }

    /**
     * Writes an array: its length, then its elements, eight bytes each.
     *
     * @param array what to write, which may be empty
     */
    public void writeDoubles(double[] array) {
        Codecs.DOUBLE_ARRAY.write(kryo, output, array);
    }
}
