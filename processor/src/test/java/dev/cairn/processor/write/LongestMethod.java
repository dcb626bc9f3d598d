package dev.cairn.processor.write;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Measures the longest method in a class file (The Java Virtual Machine Specification, 4.1 and 4.7.3). */
final class LongestMethod {
    private final DataInputStream input;
    private String[] texts = {};

    private LongestMethod(byte[] classFile) {
        input = new DataInputStream(new ByteArrayInputStream(classFile));
    }

    /** The number of bytes of bytecode in the longest method. */
    static int bytes(byte[] classFile) {
        try {
            return new LongestMethod(classFile).longest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int longest() throws IOException {
        input.skipNBytes(8);
        readConstants();
        input.skipNBytes(6);
        input.skipNBytes(2L * input.readUnsignedShort());
        longestOfMembers();
        return longestOfMembers();
    }

    private void readConstants() throws IOException {
        texts = new String[input.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = input.readUTF();
                case 5, 6 -> {
                    input.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> input.skipNBytes(2);
                case 15 -> input.skipNBytes(3);
                default -> input.skipNBytes(4);
            }
        }
    }

    private int longestOfMembers() throws IOException {
        int longest = 0;
        for (int members = input.readUnsignedShort(); members > 0; members--) {
            input.skipNBytes(6);
            for (int attributes = input.readUnsignedShort(); attributes > 0; attributes--) {
                boolean isCode = "Code".equals(texts[input.readUnsignedShort()]);
                int length = input.readInt();
                if (isCode) {
                    input.skipNBytes(4);
                    longest = Math.max(longest, input.readInt());
                    length -= 8;
                }
                input.skipNBytes(length);
            }
        }
        return longest;
    }
}
