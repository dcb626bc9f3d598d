package dev.cairn.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are the same text on each JDK. Several of these are longer, or others, in {@code toString} of JDK 17. */
class ShortestDecimalTest {
    private static final int RANDOM = 50_000;

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "2.0E-3, 0.002",
        "2.2E-322, 2.2E-322",
        "4.9E-324, 4.9E-324",
        "2.0E23, 2.0E23",
        "-1.0E23, -1.0E23",
        "0x1p-44, 5.684341886080802E-14",
        "9.999E-4, 9.999E-4",
        "0.001, 0.001",
        "100.0, 100.0",
        "9999999.5, 9999999.5",
        "1.0E7, 1.0E7",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "NaN, NaN",
        "-Infinity, -Infinity",
    })
    void doubles(double value, String text) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0, -0.0",
        "2.0E-3, 0.002",
        "1.17549435E-38, 1.1754944E-38",
        "0x1p-96, 1.2621775E-29",
        "0x1p87, 1.5474251E26",
        "-0x1p90, -1.2379401E27",
        "3.3554432E7, 3.3554432E7",
        "1.4E-45, 1.4E-45",
        "0.1, 0.1",
        "3.4028235E38, 3.4028235E38",
        "NaN, NaN",
    })
    void floats(float value, String text) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(text);
    }

    @Test
    void whatIsComputedIsReadAsTheNumber() {
        Random random = new Random(13);
        for (int i = 0; i < RANDOM; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                assertThat(Double.parseDouble(ShortestDecimal.computed(value))).isEqualTo(value);
            }
        }
    }

    /** The JDK is the oracle, where it is one: all powers of two, and random numbers. */
    @Test
    void whatIsComputedIsWhatNewerJdksMake() {
        assumeTrue(Runtime.version().feature() >= 19);
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            double power = Math.scalb(1.0, exponent);
            assertThat(ShortestDecimal.computed(power)).isEqualTo(Double.toString(power));
            float single = (float) power;
            if (single != 0 && !Float.isInfinite(single)) {
                assertThat(ShortestDecimal.computed(single)).isEqualTo(Float.toString(single));
            }
        }
        Random random = new Random(13);
        for (int i = 0; i < RANDOM; i++) {
            long bits = random.nextLong();
            double value = Double.longBitsToDouble(bits);
            float single = Float.intBitsToFloat((int) bits);
            if (Double.isFinite(value) && value != 0) {
                assertThat(ShortestDecimal.computed(value)).isEqualTo(Double.toString(value));
            }
            if (Float.isFinite(single) && single != 0) {
                assertThat(ShortestDecimal.computed(single)).isEqualTo(Float.toString(single));
            }
        }
    }
}
