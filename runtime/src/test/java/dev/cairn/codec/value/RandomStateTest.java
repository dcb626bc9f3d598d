package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a generator of random numbers knows, as numbers and as text. */
final class RandomStateTest {
    private static final long MOST = (1L << 48) - 1;

    private static RandomState afterGaussian(long seed) {
        Random random = new Random(seed);
        random.nextGaussian();
        return RandomState.of(random);
    }

    private static void assertRefused(long seed, boolean waits, double gaussian) {
        assertThatThrownBy(() -> new RandomState(seed, waits, gaussian))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the state of a java.util.Random: " + seed);
    }

    @Test
    void aGeneratorWithTheStateGoesOnInTheSameWay() {
        for (long seed : new long[] {0, 1, -1, Long.MAX_VALUE}) {
            Random random = new Random(seed);
            Random same = RandomState.of(random).random();
            assertThat(same.nextGaussian()).isEqualTo(random.nextGaussian());
            Random waiting = RandomState.of(random).random();
            assertThat(waiting.nextGaussian()).isEqualTo(random.nextGaussian());
            assertThat(waiting.nextLong()).isEqualTo(random.nextLong());
        }
    }

    @Test
    void askingChangesNothing() {
        Random random = new Random(5);
        RandomState before = RandomState.of(random);
        assertThat(RandomState.of(random)).isEqualTo(before);
        assertThat(random.nextLong()).isEqualTo(new Random(5).nextLong());
    }

    @Test
    void aGaussianThatDoesNotWaitIsForgotten() {
        Random random = new Random(5);
        random.nextGaussian();
        random.nextGaussian();
        assertThat(RandomState.of(random).waits()).isFalse();
        assertThat(RandomState.of(random).gaussian()).isZero();
        assertThat(afterGaussian(5).waits()).isTrue();
    }

    @Test
    void theSeedHas48Bits() {
        assertThat(new RandomState(0, false, 0).seed()).isZero();
        assertThat(new RandomState(MOST, false, 0).random().nextInt()).isEqualTo(new Random(~0x5DEECE66DL).nextInt());
        assertRefused(-1, false, 0);
        assertRefused(MOST + 1, false, 0);
        assertRefused(7, false, 0.5);
        assertThat(new RandomState(7, true, 0).gaussian()).isZero();
    }

    @Test
    void theTextIsRead() {
        RandomState state = afterGaussian(0);
        assertThat(state).hasToString("seed 170671006977345, gaussian bfecd9772eb2e0c8");
        assertThat(RandomState.parse(state.toString())).isEqualTo(state);
        assertThat(RandomState.parse("seed 7")).isEqualTo(new RandomState(7, false, 0));
        for (String text : new String[] {"seed", "seed -7", "seed 7, gaussian 0", "seed 281474976710656"}) {
            assertThatThrownBy(() -> RandomState.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
