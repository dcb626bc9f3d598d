package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import java.nio.charset.StandardCharsets;

/**
 * How characters are stored: as UTF-8. A surrogate without its partner, which UTF-8 cannot express, is stored as the three bytes
 * that its number would have (WTF-8), so that every string comes back as it was.
 */
public final class StringFormat {
    /** Longer strings are encoded in pieces, so that they need no second copy. */
    private static final int PIECE = 8192;

    private static final int LONGEST_CHARACTER = 4;

    private StringFormat() {}

    /** Writes the length plus one and the characters, if that is a matter of a single pass; otherwise nothing, and gives false. */
    public static boolean writeShort(Output output, String text) {
        return ShortStrings.write(output, text);
    }

    /** The number of bytes of {@code text}. */
    public static long length(String text) {
        int characters = text.length();
        for (int i = 0; i < characters; i++) {
            if (text.charAt(i) >= 0x80) {
                return i + lengthFrom(text, i);
            }
        }
        return characters;
    }

    private static long lengthFrom(String text, int start) {
        long length = (long) text.length() - start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c < 0x800 ? 1 : 2;
                if (isPair(text, i)) {
                    i++; // four bytes for two characters
                }
            }
        }
        return length;
    }

    /** Writes the bytes of {@code text}, of which there are {@code length}. */
    public static void write(Output output, String text, long length) {
        if (length == text.length()) {
            writeAscii(output, text);
        } else {
            writeOther(output, text);
        }
    }

    @SuppressWarnings(
            "deprecation") // the one way to copy the bytes of a string without making an array; right for ASCII
    private static void writeAscii(Output output, String text) {
        int length = text.length();
        int position = output.position();
        if (output.getBuffer().length - position >= length) {
            text.getBytes(0, length, output.getBuffer(), position);
            output.setPosition(position + length);
            return;
        }
        byte[] piece = new byte[Math.min(length, PIECE)];
        for (int start = 0; start < length; start += piece.length) {
            int end = Math.min(length, start + piece.length);
            text.getBytes(start, end, piece, 0);
            output.writeBytes(piece, 0, end - start);
        }
    }

    private static void writeOther(Output output, String text) {
        byte[] piece = new byte[(int) Math.min(PIECE, text.length() * 3L + LONGEST_CHARACTER)];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (size > piece.length - LONGEST_CHARACTER) {
                output.writeBytes(piece, 0, size);
                size = 0;
            }
            int c = text.charAt(i);
            if (isPair(text, i)) {
                c = text.codePointAt(i);
                i++;
            }
            size = encode(c, piece, size);
        }
        output.writeBytes(piece, 0, size);
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static int encode(int c, byte[] bytes, int position) {
        int size = position;
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else {
            if (c < 0x10000) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | c >> 18);
                bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
            }
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
        return size;
    }

    /** Reads a string of {@code length} bytes, which is known to be no more than there are. */
    public static String read(Input input, int length) {
        if (length == 0) {
            return ""; // always the same one: of one byte, many could be made
        }
        int position = input.position();
        if (input.limit() - position >= length) {
            input.setPosition(position + length);
            return decode(input.getBuffer(), position, length);
        }
        return decode(Lengths.readBytes(input, length), 0, length);
    }

    @SuppressWarnings("deprecation") // copies the bytes and nothing else, which is right for ASCII
    private static String decode(byte[] bytes, int offset, int length) {
        if (ShortStrings.are(bytes, offset, length)) {
            return new String(bytes, 0, offset, length);
        }
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        // The JDK puts this character where it finds no UTF-8: a lone surrogate, damage, or the very character.
        return text.indexOf('\uFFFD') < 0 ? text : decodeStrictly(bytes, offset, length);
    }

    private static String decodeStrictly(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = offset + length;
        for (int i = offset; i < end; ) {
            int first = bytes[i] & 0xFF;
            int size = first < 0x80
                    ? 1
                    : first >> 5 == 0b110 ? 2 : first >> 4 == 0b1110 ? 3 : first >> 3 == 0b11110 ? 4 : 0;
            if (size == 0 || i + size > end) {
                throw new MalformedArtifactException("a string is not UTF-8");
            }
            int c = size == 1 ? first : first & 0x7F >> size;
            for (int k = 1; k < size; k++) {
                int next = bytes[i + k];
                if ((next & 0xC0) != 0x80) {
                    throw new MalformedArtifactException("a string is not UTF-8");
                }
                c = c << 6 | next & 0x3F;
            }
            if (c > Character.MAX_CODE_POINT || size > 1 && c < (size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000)) {
                throw new MalformedArtifactException("a string is not UTF-8");
            }
            if (isSurrogateOfPair(text, c)) {
                throw new MalformedArtifactException("a string is not UTF-8"); // a pair is one character of four bytes
            }
            text.appendCodePoint(c);
            i += size;
        }
        return text.toString();
    }

    /** Whether a surrogate that stands alone in the bytes would not stand alone in the text. */
    private static boolean isSurrogateOfPair(StringBuilder text, int c) {
        return c >= Character.MIN_LOW_SURROGATE
                && c <= Character.MAX_LOW_SURROGATE
                && !text.isEmpty()
                && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }
}
