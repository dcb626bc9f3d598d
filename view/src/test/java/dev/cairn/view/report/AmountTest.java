package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.000042S, 42 µs",
        "PT0.0015S, 1.5 ms",
        "PT0.0129S, 12 ms",
        "PT0.999999S, 999 ms",
        "PT1.5S, 1.5 s",
        "PT12.04S, 12 s",
        "PT59.9S, 59.9 s",
        "PT3M20S, 3 min 20 s",
        "PT4H12M, 4 h 12 min",
        "P2DT3H, 2 d 3 h",
    })
    void durations(Duration duration, String text) {
        assertThat(Amount.duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "1; 1",
                "12345; 12,345",
                "0.94123456; 0.9412",
                "12.5; 12.5",
                "1234.56; 1,235",
                "1e9; 1e9",
                "1.25e-7; 1.25e-7",
                "-0.5; -0.5",
                "NaN; NaN",
                "0.001; 0.001",
                "100.04; 100",
            })
    void values(double value, String text) {
        assertThat(Amount.value(value)).isEqualTo(text);
    }

    @Test
    void counts() {
        assertThat(Amount.count(1, "task")).isEqualTo("1 task");
        assertThat(Amount.count(100_000, "task")).isEqualTo("100,000 tasks");
    }

    @Test
    void timesHaveTheirZone() {
        Instant at = Instant.parse("2026-11-30T20:07:11.042Z");
        assertThat(Amount.time(at, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-11-30 21:07:11 +01:00");
        assertThat(Amount.timeOfDay(at, ZoneId.of("UTC"))).isEqualTo("20:07:11.042");
    }
}
