package dev.cairn.testing;

import dev.cairn.engine.AlarmClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still, and jumps where a run waits: the delay of a retry is over at once, and later by that much. It begins with
 * 2026-01-01T00:00:00Z. Timeouts of steps are measured by the clock of the machine, since steps take real time. Thread-safe.
 */
public final class TestClock implements AlarmClock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private Instant now = START; // guarded by this

    /** A clock that shows 2026-01-01T00:00:00Z. */
    public TestClock() {}

    /** {@return the time that it shows} */
    public synchronized Instant now() {
        return now;
    }

    /**
     * Lets time go by.
     *
     * @param time by how much the clock is put forward
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Clock clock() {
        return new Shown(this, ZoneOffset.UTC);
    }

    @Override
    public Alarm after(Duration wait, Runnable action) {
        advance(wait);
        action.run(); // on this thread, so that what waited comes next
        return () -> {}; // it is over already
    }

    @Override
    public Alarm limit(Duration limit, Runnable action) {
        return AlarmClock.system().after(limit, action);
    }

    private static final class Shown extends Clock {
        private final TestClock clock;
        private final ZoneId zone;

        private Shown(TestClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Shown(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.now();
        }
    }
}
