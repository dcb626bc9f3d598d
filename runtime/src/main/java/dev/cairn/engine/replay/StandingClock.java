package dev.cairn.engine.replay;

import dev.cairn.engine.AlarmClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A clock that always shows the same time and never calls anybody, so that a step may be debugged for longer than its timeout.
 * Thread-safe.
 *
 * @param clock the time
 */
public record StandingClock(Clock clock) implements AlarmClock {
    /** A clock that shows {@code time}. */
    public static StandingClock at(Instant time) {
        return new StandingClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    @Override
    public Alarm after(Duration wait, Runnable action) {
        return () -> {};
    }
}
