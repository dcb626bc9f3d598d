package dev.cairn.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "12345678901, 12.3 GB",
        "9000000000000000, 9000.0 TB",
    })
    void sizesAsText(long size, String text) {
        assertThat(ByteSize.text(size)).isEqualTo(text);
    }
}
