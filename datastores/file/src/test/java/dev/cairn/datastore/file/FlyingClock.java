package dev.cairn.datastore.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The time of this machine, or later. A datastore notes once in an hour that a blob is used. Thread-safe. */
final class FlyingClock extends Clock {
    private static final int HOURS = 3;

    private final AtomicLong ahead = new AtomicLong();

    /** What was used until now was used hours ago. */
    void fly() {
        ahead.addAndGet(HOURS);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(Duration.ofHours(ahead.get()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
