package dev.cairn.view;

import dev.cairn.client.Run;
import dev.cairn.datastore.StepCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many tasks of a step there were, and how they went. For one thread. */
public final class StepTotals {
    private long finished;
    private long caught;
    private long failedAttempts;
    private @Nullable Instant firstStart;
    private @Nullable Instant lastEnd;

    StepTotals() {}

    /** The totals of all steps of a run that have any, by their names. No task is read for them. */
    public static Map<String, StepTotals> of(Run run) {
        Map<String, StepTotals> totals = new HashMap<>();
        run.counts()
                .forEach(count -> totals.computeIfAbsent(count.step(), step -> new StepTotals())
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

    /** The number of those of them whose failure was caught. */
    public long caught() {
        return caught;
    }

    /** The number of attempts that failed, be it that others followed or not. */
    public long failedAttempts() {
        return failedAttempts;
    }

    /** From the start of the first attempt to the end of the last one. */
    public Duration duration() {
        return firstStart == null || lastEnd == null ? Duration.ZERO : Duration.between(firstStart, lastEnd);
    }
}
