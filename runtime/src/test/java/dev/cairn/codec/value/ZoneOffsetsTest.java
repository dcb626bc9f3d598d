package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK shares offsets of whole quarters of an hour, which none of these is. */
final class ZoneOffsetsTest {
    @ParameterizedTest
    @ValueSource(ints = {-8192, -1, 1, 8191})
    void anOffsetOfOneOrTwoBytesIsOneObject(int seconds) {
        ZoneOffset offset = ZoneOffsets.of(seconds);
        assertThat(offset.getTotalSeconds()).isEqualTo(seconds);
        assertThat(ZoneOffsets.of(seconds)).isSameAs(offset);
    }

    @ParameterizedTest
    @ValueSource(ints = {-64799, -8193, 8192, 64799})
    void anyOtherIsMadeEachTime(int seconds) {
        ZoneOffset offset = ZoneOffsets.of(seconds);
        assertThat(offset.getTotalSeconds()).isEqualTo(seconds);
        assertThat(ZoneOffsets.of(seconds)).isEqualTo(offset).isNotSameAs(offset);
    }

    @Test
    void utcIsThatOfTheJdk() {
        assertThat(ZoneOffsets.of(0)).isSameAs(ZoneOffset.UTC);
    }
}
