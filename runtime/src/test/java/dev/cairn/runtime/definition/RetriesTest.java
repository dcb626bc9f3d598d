package dev.cairn.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void withoutDelayThereIsNoWait() {
        assertThat(Retries.of(3).backoff(Double.POSITIVE_INFINITY).delayBefore(3))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void delayStaysAsItIs() {
        Retries retries = Retries.of(9).delay(Duration.ofNanos(123_456_789_012_345_678L));

        assertThat(retries.delayBefore(1)).isEqualTo(Duration.ofNanos(123_456_789_012_345_678L));
        assertThat(retries.delayBefore(9)).isEqualTo(Duration.ofNanos(123_456_789_012_345_678L));
    }

    @Test
    void backoffMultiplies() {
        Retries retries = Retries.of(9).delay(Duration.ofMillis(100)).backoff(1.5);

        assertThat(retries.delayBefore(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(retries.delayBefore(2)).isEqualTo(Duration.ofMillis(150));
        assertThat(retries.delayBefore(3)).isEqualTo(Duration.ofMillis(225));
    }

    @Test
    void waitIsBounded() {
        Retries retries =
                Retries.of(9).delay(Duration.ofSeconds(10)).backoff(10).maxDelay(Duration.ofSeconds(50));

        assertThat(retries.delayBefore(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retries.delayBefore(2)).isEqualTo(Duration.ofSeconds(50));
        assertThat(retries.maxDelay(Duration.ofSeconds(5)).delayBefore(1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void endlessGrowthEndsSomewhere() {
        Retries retries = Retries.of(5000).delay(Duration.ofSeconds(1)).backoff(2);

        assertThat(retries.delayBefore(5000)).isEqualTo(Duration.ofDays(36_500));
    }
}
