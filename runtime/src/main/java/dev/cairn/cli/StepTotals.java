package dev.cairn.cli;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many tasks of a step there were, and how they went. For one thread. */
final class StepTotals {
    private long finished;
    private long caught;
    private long failedAttempts;
    private @Nullable Instant firstStart;
    private @Nullable Instant lastEnd;

    /** The totals of all steps of a run that have any, by their names. It reads every attempt once, and keeps none. */
    static Map<String, StepTotals> of(Run run) {
        Map<String, StepTotals> totals = new HashMap<>();
        try (Stream<Task> attempts = run.attempts()) {
            attempts.forEach(attempt -> totals.computeIfAbsent(attempt.step(), step -> new StepTotals())
                    .add(attempt));
        }
        return totals;
    }

    private void add(Task attempt) {
        if (attempt.finished()) {
            finished++;
            caught += attempt.caught() ? 1 : 0;
        } else {
            failedAttempts++;
        }
        if (firstStart == null || attempt.startedAt().isBefore(firstStart)) {
            firstStart = attempt.startedAt();
        }
        if (lastEnd == null || attempt.finishedAt().isAfter(lastEnd)) {
            lastEnd = attempt.finishedAt();
        }
    }

    /** The number of tasks that finished. */
    long finished() {
        return finished;
    }

    /** The number of those of them whose failure was caught. */
    long caught() {
        return caught;
    }

    /** The number of attempts that failed, be it that others followed or not. */
    long failedAttempts() {
        return failedAttempts;
    }

    /** From the start of the first attempt to the end of the last one. */
    Duration duration() {
        return firstStart == null || lastEnd == null ? Duration.ZERO : Duration.between(firstStart, lastEnd);
    }
}
