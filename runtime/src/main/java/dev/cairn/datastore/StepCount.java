package dev.cairn.datastore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many attempts of the tasks of a step ended with one status, and when. Immutable.
 *
 * @param step the name of the step
 * @param status how the attempts ended
 * @param attempts the number of attempts, at least 1
 * @param firstStart when the first of them started
 * @param lastEnd when the last of them ended
 */
public record StepCount(String step, TaskStatus status, long attempts, Instant firstStart, Instant lastEnd) {
    private record Key(String step, TaskStatus status) {}

    /**
     * Counts attempts, one by one. Closes the stream.
     *
     * @param attempts attempts of one run, in any order
     * @return one element for each step and status that occurs
     */
    public static List<StepCount> of(Stream<TaskRecord> attempts) {
        Map<Key, StepCount> counts = new LinkedHashMap<>();
        try (attempts) {
            attempts.forEach(attempt -> counts.merge(
                    new Key(attempt.task().step(), attempt.status()),
                    new StepCount(
                            attempt.task().step(), attempt.status(), 1, attempt.startedAt(), attempt.finishedAt()),
                    StepCount::plus));
        }
        return List.copyOf(counts.values());
    }

    private StepCount plus(StepCount other) {
        return new StepCount(
                step,
                status,
                attempts + other.attempts,
                other.firstStart.isBefore(firstStart) ? other.firstStart : firstStart,
                other.lastEnd.isAfter(lastEnd) ? other.lastEnd : lastEnd);
    }
}
