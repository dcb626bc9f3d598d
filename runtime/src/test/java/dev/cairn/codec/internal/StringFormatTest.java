package dev.cairn.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Characters where UTF-8 takes one byte more, alone and at the ends of the pieces in which long texts are written. */
class StringFormatTest {
    private static final int[] BORDERS = {
        0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0xFFFFF, 0x10FFFF
    };

    private static byte[] written(String text, int buffer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Output output = new Output(bytes, buffer)) {
            StringFormat.write(output, text, StringFormat.length(text));
        }
        return bytes.toByteArray();
    }

    private static String read(byte[] bytes, int buffer) {
        try (Input input = new Input(new ByteArrayInputStream(bytes), buffer)) {
            return StringFormat.read(input, bytes.length);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void eachCharacterHasItsBytes() {
        for (int c : BORDERS) {
            String text = "a" + Character.toString(c) + "b";
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

            assertThat(StringFormat.length(text)).as("U+%X", c).isEqualTo(utf8.length);
            assertThat(written(text, 64)).as("U+%X", c).isEqualTo(utf8);
            assertThat(read(utf8, 64)).as("U+%X", c).isEqualTo(text);
        }
    }

    @Test
    void longTextsAreWrittenAndReadWhereverTheirPiecesEnd() {
        for (int before = 8180; before <= 8200; before++) {
            for (String end : new String[] {"", "\u00e9", "\u20ac", "\ud83d\ude80"}) {
                String text = "x".repeat(before) + end + "y".repeat(5);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

                assertThat(written(text, 16)).as("after %s characters", before).isEqualTo(utf8);
                assertThat(read(utf8, 8192)).as("after %s characters", before).isEqualTo(text);
            }
        }
    }

    @Test
    void surrogatesThatStandAloneAreKept() {
        for (String text : new String[] {"\ud800", "\udc00", "\udbff.", "\udfff\ud800", "\ufffd\udc00"}) {
            byte[] stored = written(text, 64);

            assertThat(StringFormat.length(text)).isEqualTo(stored.length);
            assertThat(read(stored, 64)).isEqualTo(text);
        }
        assertThat(written("\udbff.", 64)).isEqualTo(bytes(0xED, 0xAF, 0xBF, '.'));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[][] damaged = {
            bytes(0x80), // a byte that follows none
            bytes(0xC3), // cut off
            bytes(0xC3, 0x28), // followed by what does not follow
            bytes(0xC1, 0xBF), // longer than it has to be
            bytes(0xE0, 0x9F, 0xBF),
            bytes(0xF0, 0x8F, 0xBF, 0xBF),
            bytes(0xF4, 0x90, 0x80, 0x80), // beyond the last character
            bytes(0xED, 0xAF, 0xBF, 0xED, 0xB0, 0x80), // a pair in six bytes
        };
        for (byte[] each : damaged) {
            assertThatThrownBy(() -> read(each, 64))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage("a string is not UTF-8");
        }
        assertThat(read(bytes(0xC2, 0x80, 0xEF, 0xBF, 0xBD), 64)).isEqualTo("\u0080\ufffd");
        assertThat(read(bytes(0xE0, 0xA0, 0x80, 0xEF, 0xBF, 0xBD), 64)).isEqualTo("\u0800\ufffd");
        assertThat(read(bytes(0xF0, 0x90, 0x80, 0x80, 0xEF, 0xBF, 0xBD), 64)).isEqualTo("\ud800\udc00\ufffd");
        assertThat(read(bytes(0xF4, 0x8F, 0xBF, 0xBF, 0xEF, 0xBF, 0xBD), 64)).isEqualTo("\udbff\udfff\ufffd");
    }
}
