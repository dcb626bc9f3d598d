package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that get a label. */
class TimeAxisTest {
    private static TimeAxis axis(Duration range) {
        return new TimeAxis(Row.micros(range));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S | 0 s",
                "PT0.000003S | 0 s, 1 µs, 2 µs, 3 µs",
                "PT0.9S | 0 s, 200 ms, 400 ms, 600 ms, 800 ms",
                "PT8.5S | 0 s, 2 s, 4 s, 6 s, 8 s",
                "PT70S | 0 s, 30 s, 1 min",
                "PT2M10S | 0 s, 30 s, 1 min, 1 min 30 s, 2 min",
                "PT2H | 0 s, 30 min, 1 h, 1 h 30 min, 2 h",
                "P1D | 0 s, 6 h, 12 h, 18 h, 1 d",
                "P30D | 0 s, 8 d, 16 d, 24 d",
            })
    void ticksAreRoundAndFew(Duration range, String ticks) {
        assertThat(axis(range).ticks().stream().map(Amount::micros).collect(Collectors.joining(", ")))
                .isEqualTo(ticks);
    }

    @Test
    void timesOutsideAreAtTheEnds() {
        TimeAxis axis = axis(Duration.ofSeconds(2));
        assertThat(axis.share(500_000)).isEqualTo(25);
        assertThat(axis.share(-1)).isZero();
        assertThat(axis.share(3_000_000)).isEqualTo(100);
        assertThat(axis(Duration.ZERO).share(5)).isZero();
    }
}
