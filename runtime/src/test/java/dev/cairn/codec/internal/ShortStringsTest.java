package dev.cairn.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShortStringsTest {
    @Test
    void aByteThatIsNotAsciiIsFoundWhereverItIs() {
        for (int length = 0; length <= ShortStrings.LONGEST; length++) {
            byte[] bytes = new byte[length + 2];
            bytes[0] = -1;
            bytes[length + 1] = -1;
            assertThat(ShortStrings.are(bytes, 1, length)).isTrue();
            for (int at = 1; at <= length; at++) {
                bytes[at] = (byte) 0x80;
                assertThat(ShortStrings.are(bytes, 1, length))
                        .as("%d of %d", at, length)
                        .isFalse();
                bytes[at] = 0x7F;
                assertThat(ShortStrings.are(bytes, 1, length)).isTrue();
            }
        }
        assertThat(ShortStrings.are(new byte[200], 0, ShortStrings.LONGEST + 1)).isFalse();
    }

    @Test
    void onlyShortAsciiIsWritten() {
        Output output = new Output(ShortStrings.LONGEST + 2);
        for (String other : new String[] {"é", "\u0141", "abc\uD800", "x".repeat(ShortStrings.LONGEST + 1)}) {
            assertThat(ShortStrings.write(output, other)).isFalse();
            assertThat(output.position()).isZero();
        }
        String longest = "\u007f".repeat(ShortStrings.LONGEST);
        output.writeByte(7);
        assertThat(ShortStrings.write(output, longest)).isTrue();
        assertThat(output.toBytes()).startsWith(7, 127).endsWith(longest.getBytes(StandardCharsets.US_ASCII));
        assertThat(output.position()).isEqualTo(ShortStrings.LONGEST + 2);
        assertThat(ShortStrings.write(output, "")).as("without room").isFalse();
    }
}
