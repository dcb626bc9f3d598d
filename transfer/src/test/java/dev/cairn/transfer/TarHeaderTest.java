package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of a tar archive. */
class TarHeaderTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 511, 512, 8_589_934_591L, 8_589_934_592L, 1L << 40, Long.MAX_VALUE})
    void isReadAsItWasWritten(long size) {
        TarHeader header = new TarHeader("blobs/" + "a".repeat(64), size);

        assertThat(TarHeader.parse(header.toBytes())).isEqualTo(header);
        assertThat((size % 512 + header.padding()) % 512).isZero();
    }

    /** No byte of a header means nothing. */
    @Test
    void everyByteCounts() {
        byte[] bytes = new TarHeader("runs.jsonl", 77).toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> TarHeader.parse(changed)).isInstanceOf(BadExportException.class);
        }
    }
}
