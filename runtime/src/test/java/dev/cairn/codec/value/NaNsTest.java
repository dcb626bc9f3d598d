package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NaNsTest {
    @Test
    void aNaNIsFoundWhereverItIs() {
        for (int length = 1; length < 12; length++) {
            for (int from = 0; from < 3; from++) {
                for (int at = 0; at < length; at++) {
                    double[] doubles = new double[from + length + 3];
                    float[] floats = new float[doubles.length];
                    Arrays.fill(doubles, Double.MAX_VALUE);
                    Arrays.fill(floats, Float.MAX_VALUE);
                    assertThat(NaNs.mayBeIn(doubles, from, from + length)).isFalse();
                    assertThat(NaNs.mayBeIn(floats, from, from + length)).isFalse();

                    doubles[from + at] = Double.NaN;
                    floats[from + at] = Float.NaN;
                    assertThat(NaNs.mayBeIn(doubles, from, from + length)).isTrue();
                    assertThat(NaNs.mayBeIn(floats, from, from + length)).isTrue();
                    assertThat(NaNs.mayBeIn(doubles, from + at + 1, from + length))
                            .isFalse();
                    assertThat(NaNs.mayBeIn(floats, 0, from + at)).isFalse();
                }
            }
        }
    }

    /** What only looks like one is stored as it is. */
    @Test
    void opposedInfinitiesAreStored() {
        double[] infinities = {1, Double.POSITIVE_INFINITY, -0.0, Double.NEGATIVE_INFINITY};
        assertThat(NaNs.mayBeIn(new double[] {infinities[1], infinities[3]}, 0, 2))
                .isTrue();
        Encoded encoded = ArtifactFormat.encode(PrimitiveArrays.DOUBLES, infinities);
        assertThat(ArtifactFormat.decode(
                        PrimitiveArrays.DOUBLES,
                        encoded.bytes(),
                        hash -> encoded.schema().bytes()))
                .isEqualTo(infinities);
    }
}
