package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strings of few characters that are all ASCII, as most are: written and checked in a single pass, without a call of which the overhead
 * would be more than the work.
 */
final class ShortStrings {
    /** Its length plus one is a varint of one byte. */
    static final int LONGEST = 126;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest bit of each of eight bytes. */
    private static final long NOT_ASCII = 0x8080808080808080L;

    private ShortStrings() {}

    /**
     * Writes the length plus one, and the characters, if they are few, all are ASCII, and the buffer has room.
     *
     * @return whether it did; otherwise nothing is written
     */
    static boolean write(Output output, String text) {
        int length = text.length();
        byte[] buffer = output.getBuffer();
        int position = output.position();
        if (length > LONGEST || buffer.length - position <= length) {
            return false;
        }
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            all |= c;
            buffer[position + 1 + i] = (byte) c;
        }
        if (all >= 0x80) {
            return false; // what is in the buffer will be overwritten
        }
        buffer[position] = (byte) (length + 1);
        output.setPosition(position + 1 + length);
        return true;
    }

    /** Whether bytes are the characters of a short string. */
    static boolean are(byte[] bytes, int offset, int length) {
        if (length > LONGEST) {
            return false;
        }
        int end = offset + length;
        long all = 0;
        if (length < Long.BYTES) {
            for (int i = offset; i < end; i++) {
                all |= bytes[i];
            }
        } else {
            for (int i = offset; i < end - Long.BYTES; i += Long.BYTES) {
                all |= (long) EIGHT_BYTES.get(bytes, i);
            }
            all |= (long) EIGHT_BYTES.get(bytes, end - Long.BYTES);
        }
        return (all & NOT_ASCII) == 0;
    }
}
