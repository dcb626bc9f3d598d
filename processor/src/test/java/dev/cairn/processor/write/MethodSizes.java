package dev.cairn.processor.write;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads from class files how many bytes of bytecode methods take (The Java Virtual Machine Specification, 4.1 and
 * 4.7.3).
 */
public final class MethodSizes {
    private final DataInputStream input;
    private String[] texts = {};

    private MethodSizes(byte[] classFile) {
        input = new DataInputStream(new ByteArrayInputStream(classFile));
    }

    /** The sizes of the methods of all classes, as {@code Class.method}; of overloaded ones that of the largest. */
    public static Map<String, Integer> of(Compilation compilation) {
        Map<String, Integer> sizes = new TreeMap<>();
        compilation.classes().forEach((name, bytes) -> {
            String simpleName = name.substring(name.lastIndexOf('.') + 1);
            of(bytes).forEach((method, size) -> sizes.merge(simpleName + "." + method, size, Math::max));
        });
        return sizes;
    }

    /** The sizes of the methods of a class by name; of overloaded ones that of the largest. */
    public static Map<String, Integer> of(byte[] classFile) {
        try {
            return new MethodSizes(classFile).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Integer> read() throws IOException {
        input.skipNBytes(8); // magic, version
        readConstants();
        input.skipNBytes(6); // access, class, superclass
        input.skipNBytes(2L * input.readUnsignedShort()); // interfaces
        readMembers(); // fields
        return readMembers();
    }

    private void readConstants() throws IOException {
        int count = input.readUnsignedShort();
        texts = new String[count];
        for (int i = 1; i < count; i++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = input.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> input.skipNBytes(4);
                case 5, 6 -> {
                    input.skipNBytes(8);
                    i++; // long and double take two entries
                }
                case 15 -> input.skipNBytes(3);
                default -> input.skipNBytes(2);
            }
        }
    }

    private Map<String, Integer> readMembers() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        int count = input.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            input.skipNBytes(2); // access
            String name = texts[input.readUnsignedShort()];
            input.skipNBytes(2); // descriptor
            sizes.merge(name, readCodeLength(), Math::max);
        }
        return sizes;
    }

    private int readCodeLength() throws IOException {
        int code = 0;
        int attributes = input.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String name = texts[input.readUnsignedShort()];
            int length = input.readInt();
            if (name.equals("Code")) {
                input.skipNBytes(4); // stack, locals
                code = input.readInt();
                length -= 8;
            }
            input.skipNBytes(length);
        }
        return code;
    }
}
