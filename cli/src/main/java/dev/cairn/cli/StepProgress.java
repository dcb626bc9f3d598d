package dev.cairn.cli;

import dev.cairn.runtime.graph.ExpectedTasks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the tasks of one step while they run. Many threads count; each event costs an addition or two. Thread-safe. */
final class StepProgress {
    private static final long NOT_YET = Long.MIN_VALUE;

    private final String step;
    private final AtomicLong running = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong ended =
            new AtomicLong(); // done or failed: one count, so that one thread sees the last one
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong firstStart = new AtomicLong(NOT_YET);
    private volatile long reused;
    private volatile long expected;
    private volatile long lastEnd;

    StepProgress(String step, long expected) {
        this.step = step;
        this.expected = expected;
    }

    /**
     * What was counted up to one moment.
     *
     * @param step the name of the step
     * @param done how many tasks finished, with those that were reused
     * @param reused how many of these were taken over from another run
     * @param running how many tasks run
     * @param failed how many tasks failed for good
     * @param retried how many attempts failed that were not the last ones
     * @param expected how many tasks there will be, or {@link ExpectedTasks#UNKNOWN}
     * @param since how long ago its first task started
     * @param took how long it was from then to the end of the task that ended last
     */
    record State(
            String step,
            long done,
            long reused,
            long running,
            long failed,
            long retried,
            long expected,
            Duration since,
            Duration took) {
        boolean isOver() {
            return expected != ExpectedTasks.UNKNOWN && done + failed >= expected;
        }

        /** Whether it is worth a line while the run goes on. */
        boolean isOpen() {
            return running > 0 || expected > 1 && !isOver();
        }
    }

    void expect(long tasks) {
        expected = tasks;
    }

    void reused(long tasks) {
        reused = tasks;
        done.addAndGet(tasks);
        ended.addAndGet(tasks);
    }

    /** Whether it is the first one. */
    boolean started(long nanos) {
        running.incrementAndGet();
        return firstStart.get() == NOT_YET && firstStart.compareAndSet(NOT_YET, nanos);
    }

    /** Whether it was the last one. */
    boolean finished(long nanos) {
        done.incrementAndGet();
        return ended(nanos);
    }

    /** Whether it was the last one. */
    boolean failed(long nanos) {
        failed.incrementAndGet();
        return ended(nanos);
    }

    private boolean ended(long nanos) {
        running.decrementAndGet();
        lastEnd = nanos;
        return ended.incrementAndGet() == expected;
    }

    void retried() {
        running.decrementAndGet();
        retried.incrementAndGet();
    }

    boolean hasStarted() {
        return firstStart.get() != NOT_YET;
    }

    /** What is known now. */
    State state(long nanos) {
        return new State(
                step,
                done.get(),
                reused,
                Math.max(0, running.get()),
                failed.get(),
                retried.get(),
                expected,
                sinceFirstStart(nanos),
                sinceFirstStart(lastEnd));
    }

    private Duration sinceFirstStart(long nanos) {
        return Duration.ofNanos(hasStarted() ? Math.max(0, nanos - firstStart.get()) : 0);
    }
}
