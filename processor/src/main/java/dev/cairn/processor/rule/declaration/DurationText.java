package dev.cairn.processor.rule.declaration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads durations as annotations have them. */
final class DurationText {
    private DurationText() {}

    /** The duration; empty if the text is none, or a negative one. */
    static Optional<Duration> read(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
