package dev.cairn.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Points in time, as people type them. */
final class Times {
    private Times() {}

    /**
     * A time: how long ago it was ({@code 30d}, {@code 12h}, {@code 90m}), a day, which means its beginning, or a time of day; where no zone is
     * given, in the zone of the clock.
     *
     * @throws UsageException if {@code text} is none of these
     */
    static Instant parse(String option, String text, Clock clock) {
        if (Options.isAge(text)) {
            return clock.instant().minus(Options.age(option, text));
        }
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
            } else if (text.matches(".*T.*([Zz]|[+-][0-9:]+)")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(option + " must be a date, a time or an age, such as `2026-11-23`,"
                    + " `2026-11-23T21:07:11Z` or `7d`, but is `" + text + "`.");
        }
    }
}
