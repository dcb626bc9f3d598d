package dev.cairn.engine;

import java.time.Clock;
import java.time.Duration;

/** Tells the time, and calls back when a time has come: so that tests can run in a time of their own. Thread-safe. */
public interface AlarmClock {
    /** The clock of this machine. */
    static AlarmClock system() {
        return SystemAlarmClock.INSTANCE;
    }

    /** The time. */
    Clock clock();

    /**
     * Calls {@code action} once, on any thread, after {@code wait}, unless the alarm is cancelled before.
     *
     * @param action takes little time and throws nothing
     */
    Alarm after(Duration wait, Runnable action);

    /** A call that is to come. */
    @FunctionalInterface
    interface Alarm {
        /** Gives up the call; does nothing if it has begun. */
        void cancel();
    }
}
