package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link CustomCodec} reads a value. As a stream it gives bytes, up to the end of the value, for libraries that read from streams;
 * its other methods read what the method of the same name of {@link CodecOutput} wrote, and throw a {@link MalformedArtifactException}
 * if that cannot have been. No length that the data claims has memory allocated for it before as many bytes were read. To close it has
 * no effect. Not thread-safe, and not to be kept after the value was read.
 */
public final class CodecInput extends InputStream {
    private final Kryo kryo;
    private final Input input;

    CodecInput(Kryo kryo, Input input) {
        this.kryo = kryo;
        this.input = input;
    }

    @Override
    public int read() {
        return input.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return input.read(bytes, offset, length);
    }

    /** {@return whether all that was written has been read} */
    public boolean isAtEnd() {
        return input.end();
    }

    /**
     * Reads a boolean.
     *
     * @return what {@link CodecOutput#writeBoolean} wrote
     */
    public boolean readBoolean() {
        return PrimitiveFormat.readBoolean(input);
    }

    /**
     * Reads an int.
     *
     * @return what {@link CodecOutput#writeInt} wrote
     */
    public int readInt() {
        return PrimitiveFormat.readInt(input);
    }

    /**
     * Reads a long.
     *
     * @return what {@link CodecOutput#writeLong} wrote
     */
    public long readLong() {
        return PrimitiveFormat.readLong(input);
    }

    /**
     * Reads a float.
     *
     * @return what {@link CodecOutput#writeFloat} wrote
     */
    public float readFloat() {
        return PrimitiveFormat.readFloat(input);
    }

    /**
     * Reads a double.
     *
     * @return what {@link CodecOutput#writeDouble} wrote
     */
    public double readDouble() {
        return PrimitiveFormat.readDouble(input);
    }

    /**
     * Reads a string.
     *
     * @return what {@link CodecOutput#writeString} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public String readString() {
        return there(Codecs.STRING);
    }

    /**
     * Reads an array.
     *
     * @return what {@link CodecOutput#writeBytes} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public byte[] readBytes() {
        return there(Codecs.BYTE_ARRAY);
    }

    /**
     * Reads an array.
     *
     * @return what {@link CodecOutput#writeInts} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public int[] readInts() {
        return there(Codecs.INT_ARRAY);
    }

    /**
     * Reads an array.
     *
     * @return what {@link CodecOutput#writeLongs} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public long[] readLongs() {
        return there(Codecs.LONG_ARRAY);
    }

    /**
     * Reads an array.
     *
     * @return what {@link CodecOutput#writeFloats} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public float[] readFloats() {
        return there(Codecs.FLOAT_ARRAY);
    }

    /**
     * Reads an array.
     *
     * @return what {@link CodecOutput#writeDoubles} wrote
     * @throws MalformedArtifactException if its bytes are damaged, or null is there
     */
    public double[] readDoubles() {
        return there(Codecs.DOUBLE_ARRAY);
    }

    /** What is there, for none of the methods that write takes null. */
    private <V> V there(ArtifactCodec<V> codec) {
        @Nullable V value = codec.read(kryo, input);
        if (value == null) {
            throw new MalformedArtifactException(
                    "expected " + (codec == Codecs.STRING ? "a string" : "an array") + ", found null");
        }
        return value;
    }
}
