package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.KryoBootstrap;

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
    static {
        KryoBootstrap.prepare();
    }

    private PrimitiveFormat() {}

    /** Writes a boolean. */
    public static void writeBoolean(Output output, boolean value) {
        output.writeByte((byte) (value ? 1 : 0));
    }

    /** Reads a boolean. */
    public static boolean readBoolean(Input input) {
        byte value = input.readByte();
        if (value != 0 && value != 1) {
            throw new MalformedArtifactException("expected a boolean, found the byte " + value);
        }
        return value == 1;
    }

    /** Writes a byte. */
    public static void writeByte(Output output, byte value) {
        output.writeByte(value);
    }

    /** Reads a byte. */
    public static byte readByte(Input input) {
        return input.readByte();
    }

    /** Writes a short. */
    public static void writeShort(Output output, short value) {
        output.writeShort(value);
    }

    /** Reads a short. */
    public static short readShort(Input input) {
        return input.readShort();
    }

    /** Writes a char. */
    public static void writeChar(Output output, char value) {
        output.writeChar(value);
    }

    /** Reads a char. */
    public static char readChar(Input input) {
        return input.readChar();
    }

    /** Writes an int. */
    public static void writeInt(Output output, int value) {
        output.writeVarInt(value, false);
    }

    /** Reads an int. */
    public static int readInt(Input input) {
        return input.readVarInt(false);
    }

    /** Writes a long. */
    public static void writeLong(Output output, long value) {
        output.writeVarLong(value, false);
    }

    /** Reads a long. */
    public static long readLong(Input input) {
        return input.readVarLong(false);
    }

    /** Writes a float. */
    public static void writeFloat(Output output, float value) {
        output.writeInt(Float.floatToIntBits(value));
    }

    /** Reads a float. */
    public static float readFloat(Input input) {
        return Float.intBitsToFloat(input.readInt());
    }

    /** Writes a double. */
    public static void writeDouble(Output output, double value) {
        output.writeLong(Double.doubleToLongBits(value));
    }

    /** Reads a double. */
    public static double readDouble(Input input) {
        return Double.longBitsToDouble(input.readLong());
    }
}
