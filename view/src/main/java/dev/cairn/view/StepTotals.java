package dev.cairn.view;

import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.StepCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many tasks of a step ended, and how. Not thread-safe. */
public final class StepTotals {
    /** So many tasks may be read to count those that were taken over. */
    private static final long MOST_READ = 10_000;

    private final Instant start;
    private long finished;
    private long caught;
    private long failedAttempts;
    private OptionalLong reused = OptionalLong.of(0);
    private @Nullable Instant firstStart;
    private @Nullable Instant lastEnd;

    /** Totals without attempts, of a run that started at {@code start}. */
    StepTotals(Instant start) {
        this.start = start;
    }

    /**
     * The totals of all steps with at least one ended attempt, by step name. This reads no tasks, but for steps of which a run took over a
     * part from another one, and even there not very many.
     *
     * @param run the run, which may still go on
     * @return a map that belongs to the caller; it has no steps that did not run
     */
    public static Map<String, StepTotals> of(Run run) {
        Map<String, StepTotals> totals = new HashMap<>();
        Instant start = run.startedAt();
        run.counts()
                .forEach(count -> totals.computeIfAbsent(count.step(), step -> new StepTotals(start))
                        .add(count));
        if (run.origin().isPresent()) {
            totals.forEach((step, total) -> total.countReused(run.step(step)));
        }
        return totals;
    }

    /** What was taken over had started before the run did. */
    private void countReused(StepTasks tasks) {
        if (firstStart == null || lastEnd == null || !firstStart.isBefore(start)) {
            return;
        } else if (lastEnd.isBefore(start)) {
            reused = OptionalLong.of(finished);
        } else if (finished > MOST_READ) {
            reused = OptionalLong.empty();
        } else {
            try (Stream<Task> all = tasks.stream()) {
                reused = OptionalLong.of(
                        all.filter(task -> task.origin().isPresent()).count());
            }
        }
    }

    private void add(StepCount count) {
        switch (count.status()) {
            case SUCCEEDED -> finished += count.attempts();
            case CAUGHT -> {
                finished += count.attempts();
                caught += count.attempts();
            }
            case FAILED -> failedAttempts += count.attempts();
        }
        if (firstStart == null || count.firstStart().isBefore(firstStart)) {
            firstStart = count.firstStart();
        }
        if (lastEnd == null || count.lastEnd().isAfter(lastEnd)) {
            lastEnd = count.lastEnd();
        }
    }

    /** {@return the number of tasks that finished} */
    public long finished() {
        return finished;
    }

    /**
     * {@return the number of finished tasks that the run took over from the one that it resumed; empty if that is not known: some, of
     * very many}
     */
    public OptionalLong reused() {
        return reused;
    }

    /** {@return the number of finished tasks whose failure was caught} */
    public long caught() {
        return caught;
    }

    /** {@return the number of failed attempts, whether they were retried or not} */
    public long failedAttempts() {
        return failedAttempts;
    }

    /**
     * {@return the time from the start of the first attempt to the end of the last one; zero if there is none} What a resumed run took
     * over, it did before its start, which does not count.
     */
    public Duration duration() {
        if (firstStart == null || lastEnd == null || lastEnd.isBefore(start)) {
            return Duration.ZERO;
        }
        return Duration.between(firstStart.isBefore(start) ? start : firstStart, lastEnd);
    }
}
