package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Frames on a channel: whole, or refused with what is wrong. */
class FramesTest {
    private static ReadableByteChannel channel(byte... bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Frames.write(Channels.newChannel(written), "one".getBytes(StandardCharsets.UTF_8));
        Frames.write(Channels.newChannel(written), new byte[0]);
        Frames.write(Channels.newChannel(written), new byte[100_000]);
        ReadableByteChannel channel = channel(written.toByteArray());

        assertThat(Frames.read(channel)).asString().isEqualTo("one");
        assertThat(Frames.read(channel)).isEmpty();
        assertThat(Frames.read(channel)).hasSize(100_000);
        assertThat(Frames.read(channel)).as("the end").isNull();
    }

    @Test
    void thatAreTornAreRefused() {
        assertTorn("a frame that ends after 2 of 4 bytes", 0, 0);
        assertTorn("a frame that ends after 0 of 5 bytes", 0, 0, 0, 5);
        assertTorn("a frame that ends after 1 of 5 bytes", 0, 0, 0, 5, 9);
    }

    @Test
    void garbageIsNoLength() {
        assertTorn("a frame of 1752462447 bytes", 'h', 't', 't', 'o');
        assertTorn("a frame of 4294967295 bytes", -1, -1, -1, -1);
    }

    private static void assertTorn(String message, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        assertThatThrownBy(() -> Frames.read(channel(bytes)))
                .isInstanceOf(TornFrameException.class)
                .hasMessage(message);
    }
}
