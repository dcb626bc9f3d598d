package dev.cairn.datastore.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.support.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZstdCompressionTest {
    private static final byte[] NOISE = new byte[2000];
    private static final byte[] DULL = new byte[2000];

    static {
        new Random(20261129).nextBytes(NOISE);
        Arrays.fill(DULL, (byte) 7);
    }

    private final Compression compression = new ZstdCompression();

    @Test
    void compressesTheBeginningOfAnArray() throws IOException {
        byte[] compressed = compression.compress(DULL, 1500).orElseThrow();

        assertThat(compressed.length).isLessThan(50);
        assertThat(compression.decompress(compressed, 1500)).isEqualTo(Arrays.copyOf(DULL, 1500));
    }

    @Test
    void leavesAloneWhatDoesNotGetSmaller() {
        assertThat(compression.compress(NOISE, NOISE.length)).isEmpty();
        assertThat(compression.compress(DULL, 511)).isEmpty();
        assertThat(compression.compress(DULL, 512)).isPresent();
    }

    @Test
    void refusesWhatGivesAnotherNumberOfBytes() {
        byte[] compressed = compression.compress(DULL, 2000).orElseThrow();

        assertThatThrownBy(() -> compression.decompress(compressed, 1999))
                .isInstanceOf(IOException.class)
                .hasMessage("it does not decompress to 1999 bytes");
        assertThatThrownBy(() -> compression.decompress(NOISE, 2000))
                .isInstanceOf(IOException.class)
                .hasMessage("it does not decompress to 2000 bytes");
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] compressed = compression.compress(DULL, 2000).orElseThrow();

        assertThatThrownBy(() -> compression.decompress(Arrays.copyOf(compressed, compressed.length - 1), 2000))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it cannot be decompressed: ");
    }

    @Test
    void streamsCloseWhatIsBelowThem() throws IOException {
        boolean[] closed = new boolean[2];
        ByteArrayOutputStream stored = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (OutputStream output = compression.compressing(stored)) {
            output.write(DULL);
            output.write(NOISE);
        }
        InputStream below = new ByteArrayInputStream(stored.toByteArray()) {
            @Override
            public void close() {
                closed[1] = true;
            }
        };
        try (InputStream input = compression.decompressing(below)) {
            assertThat(input.readNBytes(DULL.length)).isEqualTo(DULL);
            assertThat(input.readAllBytes()).isEqualTo(NOISE);
        }
        assertThat(closed).containsExactly(true, true);
    }
}
