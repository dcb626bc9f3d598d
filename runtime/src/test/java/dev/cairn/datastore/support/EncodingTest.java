package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    @Test
    void theNumbersStayAsTheyAre() {
        assertThat(Encoding.RAW.code()).isZero();
        assertThat(Encoding.COMPRESSED.code()).isOne();
        assertThat(Encoding.of(0)).isEqualTo(Encoding.RAW);
        assertThat(Encoding.of(1)).isEqualTo(Encoding.COMPRESSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void anyOtherNumberIsDamage(int code) {
        assertThatThrownBy(() -> Encoding.of(code))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("some bytes have the unknown encoding " + code);
    }
}
