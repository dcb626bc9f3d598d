package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.KryoBootstrap;
import dev.cairn.codec.internal.Varints;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How primitives are stored. Called by generated codecs.
 *
 * <ul>
 *   <li>{@code boolean}: a byte, 0 or 1; {@code byte}: itself;
 *   <li>{@code short}, {@code char}: two bytes, little-endian;
 *   <li>{@code int}, {@code long}: zigzag, then seven bits per byte, lowest first, the high bit set on all but the last: one
 *       to five, or to nine bytes, where a ninth byte has all eight bits;
 *   <li>{@code float}, {@code double}: the IEEE 754 bits in four or eight bytes, little-endian; every NaN as the canonical one,
 *       negative zero as itself.
 * </ul>
 */
public final class PrimitiveFormat {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        KryoBootstrap.prepare();
    }

    private PrimitiveFormat() {}

    /**
     * Writes a boolean.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeBoolean(Output output, boolean value) {
        output.writeByte((byte) (value ? 1 : 0));
    }

    /**
     * Reads a boolean.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeBoolean} wrote
     * @throws MalformedArtifactException if the byte is neither 0 nor 1
     */
    public static boolean readBoolean(Input input) {
        byte value = input.readByte();
        if ((value & ~1) != 0) { // one branch, which is always the same, and not one for each of the two
            throw new MalformedArtifactException("expected a boolean, found the byte " + value);
        }
        return value != 0;
    }

    /**
     * Writes a byte.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeByte(Output output, byte value) {
        output.writeByte(value);
    }

    /**
     * Reads a byte.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeByte} wrote
     */
    public static byte readByte(Input input) {
        return input.readByte();
    }

    /**
     * Writes a short.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeShort(Output output, short value) {
        output.writeShort(value);
    }

    /**
     * Reads a short.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeShort} wrote
     */
    public static short readShort(Input input) {
        return input.readShort();
    }

    /**
     * Writes a char.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeChar(Output output, char value) {
        output.writeChar(value);
    }

    /**
     * Reads a char.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeChar} wrote
     */
    public static char readChar(Input input) {
        return input.readChar();
    }

    /**
     * Writes an int.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeInt(Output output, int value) {
        Varints.write(output, value << 1 ^ value >> Integer.SIZE - 1);
    }

    /**
     * Reads an int.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeInt} wrote
     */
    public static int readInt(Input input) {
        int zigzag = Varints.readInt(input);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    /**
     * Writes a long.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeLong(Output output, long value) {
        Varints.write(output, value << 1 ^ value >> Long.SIZE - 1);
    }

    /**
     * Reads a long.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeLong} wrote
     */
    public static long readLong(Input input) {
        long zigzag = Varints.readLong(input);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    /**
     * Writes a float.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeFloat(Output output, float value) {
        output.writeInt(Float.floatToIntBits(value));
    }

    /**
     * Reads a float.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeFloat} wrote
     */
    public static float readFloat(Input input) {
        return Float.intBitsToFloat(input.readInt());
    }

    /**
     * Writes a double.
     *
     * @param output gets the bytes
     * @param value what to write
     */
    public static void writeDouble(Output output, double value) {
        byte[] buffer = output.getBuffer();
        int position = output.position();
        long bits = Double.doubleToLongBits(value);
        if (buffer.length - position < Double.BYTES) {
            output.writeLong(bits);
        } else {
            EIGHT_BYTES.set(buffer, position, bits);
            output.setPosition(position + Double.BYTES);
        }
    }

    /**
     * Reads a double.
     *
     * @param input is at the first byte; afterwards behind the last
     * @return what {@link #writeDouble} wrote
     */
    public static double readDouble(Input input) {
        int position = input.position();
        if (input.limit() - position < Double.BYTES) {
            return Double.longBitsToDouble(input.readLong());
        }
        input.setPosition(position + Double.BYTES);
        return Double.longBitsToDouble((long) EIGHT_BYTES.get(input.getBuffer(), position));
    }
}
