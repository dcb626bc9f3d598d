package dev.cairn.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of this machine. One thread, which ends where nothing was to be called for a while, serves all runs. */
final class SystemAlarmClock implements AlarmClock {
    static final SystemAlarmClock INSTANCE = new SystemAlarmClock();

    private static final int IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor executor;

    private SystemAlarmClock() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "cairn-clock");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Alarm after(Duration wait, Runnable action) {
        ScheduledFuture<?> call = executor.schedule(action, nanos(wait), TimeUnit.NANOSECONDS);
        return () -> call.cancel(false);
    }

    /** Longer than 146 years is for ever, and more than the executor can add to the time. */
    private static long nanos(Duration wait) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return (wait.compareTo(longest) < 0 ? wait : longest).toNanos();
    }
}
