package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;

/** Parts of the formats of value types: a length as an unsigned varint, then bytes or UTF-8. */
final class BytesFormat {
    private BytesFormat() {}

    static void write(Output output, byte[] bytes) {
        output.writeVarInt(bytes.length, true);
        output.writeBytes(bytes);
    }

    static byte[] read(Input input) {
        return Lengths.readBytes(input, Lengths.read(input));
    }

    static void writeText(Output output, String text) {
        long length = StringFormat.length(text);
        output.writeVarInt(Math.toIntExact(length), true);
        StringFormat.write(output, text, length);
    }

    static String readText(Input input) {
        return StringFormat.read(input, Lengths.read(input));
    }
}
