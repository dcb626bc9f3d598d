package dev.cairn.engine.local;

import dev.cairn.engine.AlarmClock;
import dev.cairn.engine.AlarmClock.Alarm;
import dev.cairn.engine.TaskUnit;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The tasks that wait for their next attempt; no thread waits with them. Guarded by the lock of {@link LocalRun}. */
final class Waits {
    private final AlarmClock clock;
    private final Consumer<TaskUnit> over;
    private final Map<TaskUnit, Alarm> alarms = new IdentityHashMap<>();

    /**
     * For one run.
     *
     * @param over is told of each task whose wait is over, on a thread that need not have the lock
     */
    Waits(AlarmClock clock, Consumer<TaskUnit> over) {
        this.clock = clock;
        this.over = over;
    }

    void add(TaskUnit task, Duration wait) {
        alarms.put(task, () -> {}); // before the clock is asked, which may call at once
        Alarm alarm = clock.after(wait, () -> over.accept(task));
        alarms.computeIfPresent(task, (waiting, unset) -> alarm);
    }

    /** Notes that the wait of a task is over; false if it does not wait, because the run was told to stop. */
    boolean remove(TaskUnit task) {
        return alarms.remove(task) != null;
    }

    void cancel() {
        alarms.values().forEach(Alarm::cancel);
        alarms.clear();
    }
}
