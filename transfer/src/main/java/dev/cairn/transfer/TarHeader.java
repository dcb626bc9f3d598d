package dev.cairn.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of a plain file in a tar archive (POSIX.1-1988 "ustar"; sizes from 8 GiB on in base 256, as GNU tar writes them). There is
 * one header for a name and a size: nothing else in a header may vary, so a link, a directory, an owner or an extension is no header of
 * an export.
 *
 * @param name at most 100 characters of ASCII
 * @param size the number of bytes of the file
 */
record TarHeader(String name, long size) {
    /** The number of bytes of a header; files are filled up to multiples of it. */
    static final int BLOCK = 512;

    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final long LARGEST_OCTAL = (1L << 33) - 1;

    /**
     * Reads a header.
     *
     * @throws BadExportException if it is none that an export writes
     */
    static TarHeader parse(byte[] block) {
        int end = 0;
        while (end < NAME_LENGTH && block[end] != 0) {
            end++;
        }
        String name = new String(block, 0, end, StandardCharsets.ISO_8859_1);
        TarHeader header = new TarHeader(name, size(block));
        if (header.size < 0 || !Arrays.equals(block, header.toBytes())) {
            throw new BadExportException("its entry `" + name + "` is not a plain file as an export has it"
                    + (block[TYPE_AT] == '0' ? "" : ", but " + type(block[TYPE_AT])));
        }
        return header;
    }

    private static String type(byte type) {
        return switch (type) {
            case '1' -> "a hard link";
            case '2' -> "a symbolic link";
            case '5' -> "a directory";
            default -> "of type " + (type & 0xff);
        };
    }

    private static long size(byte[] block) {
        long size = 0;
        if (block[SIZE_AT] == (byte) 0x80) {
            for (int i = 4; i < 12; i++) {
                size = size << 8 | block[SIZE_AT + i] & 0xff;
            }
            return size;
        }
        for (int i = 0; i < 11; i++) {
            size = size << 3 | block[SIZE_AT + i] & 7;
        }
        return size;
    }

    byte[] toBytes() {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, 100, "0000600\0" + "0000000\0" + "0000000\0"); // mode, user, group
        if (size <= LARGEST_OCTAL) {
            put(block, SIZE_AT, octal(size, 11));
        } else {
            block[SIZE_AT] = (byte) 0x80;
            for (int i = 0; i < 8; i++) {
                block[SIZE_AT + 4 + i] = (byte) (size >>> 56 - 8 * i);
            }
        }
        put(block, 136, octal(0, 11)); // time
        put(block, CHECKSUM_AT, "        ");
        put(block, TYPE_AT, "0");
        put(block, 257, "ustar\0" + "00");
        put(block, 329, "0000000\0" + "0000000\0"); // device
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        put(block, CHECKSUM_AT, octal(sum, 6) + "\0 ");
        return block;
    }

    private static String octal(long number, int digits) {
        String text = Long.toOctalString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** The number of bytes by which a file of this size is filled up. */
    int padding() {
        return (int) (-size & BLOCK - 1);
    }
}
