package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;

/**
 * Numbers of seven bits per byte, lowest first, the high bit set on all but the last; of the nine bytes of a long, the ninth has all
 * eight bits. What Kryo writes and reads, byte by byte, but straight in the buffer where that has room for the longest number: small
 * enough to become part of the generated code that calls it.
 */
public final class Varints {
    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 9;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;

    private Varints() {}

    /** Writes an unsigned int. */
    public static void write(Output output, int value) {
        byte[] buffer = output.getBuffer();
        int position = output.position();
        if (buffer.length - position < LONGEST_INT) {
            output.writeVarInt(value, true);
            return;
        }
        int rest = value;
        while ((rest & ~LOW) != 0) {
            buffer[position++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
        output.setPosition(position);
    }

    /** Writes an unsigned long. */
    public static void write(Output output, long value) {
        byte[] buffer = output.getBuffer();
        int position = output.position();
        if (buffer.length - position < LONGEST_LONG) {
            output.writeVarLong(value, true);
            return;
        }
        int ninth = position + LONGEST_LONG - 1;
        long rest = value;
        while ((rest & ~LOW) != 0 && position < ninth) {
            buffer[position++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
        output.setPosition(position);
    }

    /** Reads an unsigned int. */
    public static int readInt(Input input) {
        int position = input.position();
        if (input.limit() - position < LONGEST_INT) {
            return input.readVarInt(true);
        }
        byte[] buffer = input.getBuffer();
        int next = buffer[position++];
        int value = next & LOW;
        for (int shift = 7; next < 0 && shift < Integer.SIZE; shift += 7) {
            next = buffer[position++];
            value |= (next & LOW) << shift;
        }
        input.setPosition(position);
        return value;
    }

    /** Reads an unsigned long. */
    public static long readLong(Input input) {
        int position = input.position();
        if (input.limit() - position < LONGEST_LONG) {
            return input.readVarLong(true);
        }
        byte[] buffer = input.getBuffer();
        int next = buffer[position++];
        long value = next & LOW;
        for (int shift = 7; next < 0 && shift < Long.SIZE - 8; shift += 7) {
            next = buffer[position++];
            value |= (long) (next & LOW) << shift;
        }
        if (next < 0) {
            value |= (long) buffer[position++] << Long.SIZE - 8;
        }
        input.setPosition(position);
        return value;
    }
}
