package dev.cairn.engine;

import java.time.Clock;
import java.time.Duration;

/** A clock that can also call back after some time. Tests can replace it, to control the time. Thread-safe. */
public interface AlarmClock {
    /** {@return the clock of this machine} */
    static AlarmClock system() {
        return SystemAlarmClock.INSTANCE;
    }

    /** {@return the clock for the current time} */
    Clock clock();

    /**
     * Calls {@code action} once, on any thread, after {@code wait}, unless the alarm is cancelled first.
     *
     * @param wait the time to wait
     * @param action must return quickly and must not throw
     * @return cancels the call
     */
    Alarm after(Duration wait, Runnable action);

    /**
     * Calls {@code action} once, on any thread, if what it bounds takes longer than {@code limit}; whoever ends earlier cancels the alarm. By
     * default the same as {@link #after}. A clock whose waits end at once has to tell the two apart.
     *
     * @param limit how long it may take
     * @param action must return quickly and must not throw
     * @return cancels the call
     */
    default Alarm limit(Duration limit, Runnable action) {
        return after(limit, action);
    }

    /** A scheduled call. */
    @FunctionalInterface
    interface Alarm {
        /** Cancels the call. Does nothing if it has begun. */
        void cancel();
    }
}
