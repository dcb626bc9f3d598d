package dev.cairn.engine.flows;

import dev.cairn.engine.AlarmClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it on. */
public final class FakeClock extends Clock implements AlarmClock {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<FakeAlarm> alarms = new ArrayList<>(); // guarded by this
    private final List<Duration> waits = new ArrayList<>(); // guarded by this

    private record FakeAlarm(Instant at, Runnable action) {}

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public synchronized Alarm after(Duration wait, Runnable action) {
        FakeAlarm alarm = new FakeAlarm(now.get().plus(wait), action);
        alarms.add(alarm);
        waits.add(wait);
        notifyAll();
        return () -> cancel(alarm);
    }

    private synchronized void cancel(FakeAlarm alarm) {
        alarms.removeIf(each -> each == alarm);
    }

    /** Waits until so many alarms are set. */
    public synchronized void awaitAlarms(int count) throws InterruptedException {
        while (alarms.size() < count) {
            wait();
        }
    }

    /** How many alarms are set. */
    public synchronized int alarms() {
        return alarms.size();
    }

    /** Every wait that was ever asked for. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** Moves the time on, and calls what is due on the calling thread. */
    public void advance(Duration duration) {
        Instant then = now.updateAndGet(before -> before.plus(duration));
        due(then).forEach(alarm -> alarm.action().run());
    }

    private synchronized List<FakeAlarm> due(Instant then) {
        List<FakeAlarm> due = alarms.stream()
                .filter(alarm -> !alarm.at().isAfter(then))
                .sorted(Comparator.comparing(FakeAlarm::at))
                .toList();
        alarms.removeAll(due);
        return due;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
