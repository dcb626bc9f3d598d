package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;

/** Parts of the formats of value types: a length as an unsigned varint, then bytes or UTF-8. */
public final class BytesFormat {
    private BytesFormat() {}

    public static void write(Output output, byte[] bytes) {
        output.writeVarInt(bytes.length, true);
        output.writeBytes(bytes);
    }

    public static byte[] read(Input input) {
        return Lengths.readBytes(input, Lengths.read(input));
    }

    public static void writeText(Output output, String text) {
        long length = StringFormat.length(text);
        output.writeVarInt(Math.toIntExact(length), true);
        StringFormat.write(output, text, length);
    }

    public static String readText(Input input) {
        return StringFormat.read(input, Lengths.read(input));
    }
}
