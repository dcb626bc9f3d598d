package dev.cairn.view;

import dev.cairn.client.Run;
import dev.cairn.datastore.StepCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many tasks of a step ended, and how. Not thread-safe. */
public final class StepTotals {
    private final Instant start;
    private long finished;
    private long caught;
    private long failedAttempts;
    private @Nullable Instant firstStart;
    private @Nullable Instant lastEnd;

    /** Totals without attempts, of a run that started at {@code start}. */
    StepTotals(Instant start) {
        this.start = start;
    }

    /** The totals of all steps with at least one ended attempt, by step name. This reads no tasks. */
    public static Map<String, StepTotals> of(Run run) {
        Map<String, StepTotals> totals = new HashMap<>();
        Instant start = run.startedAt();
        run.counts()
                .forEach(count -> totals.computeIfAbsent(count.step(), step -> new StepTotals(start))
                        .add(count));
        return totals;
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

    /** The number of tasks that finished. */
    public long finished() {
        return finished;
    }

    /** The number of finished tasks whose failure was caught. */
    public long caught() {
        return caught;
    }

    /** The number of failed attempts, whether they were retried or not. */
    public long failedAttempts() {
        return failedAttempts;
    }

    /**
     * The time from the start of the first attempt to the end of the last one; zero if there is none. What a resumed run took over, it
     * did before its start, which does not count.
     */
    public Duration duration() {
        if (firstStart == null || lastEnd == null || lastEnd.isBefore(start)) {
            return Duration.ZERO;
        }
        return Duration.between(firstStart.isBefore(start) ? start : firstStart, lastEnd);
    }
}
