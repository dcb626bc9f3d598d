package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT0.199S, 0.1 s",
        "PT59.999S, 59.9 s",
        "PT60S, 1 min 0 s",
        "PT59M59.9S, 59 min 59 s",
        "PT1H, 1 h 0 min",
        "PT23H59M, 23 h 59 min",
        "PT24H, 1 d 0 h",
        "P40DT3H, 40 d 3 h",
    })
    void durationsAsText(Duration duration, String text) {
        assertThat(Amounts.duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 tasks", "1, 1 task", "2, 2 tasks"})
    void countsAsText(long number, String text) {
        assertThat(Amounts.count(number, "task")).isEqualTo(text);
    }
}
