package dev.cairn.client;

import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a run stood at one moment: all of it was read at once, so that its parts fit together. Immutable.
 *
 * @param status how it stood; a run whose process died still counts as running
 * @param died whether it had not ended, but its process had given no sign of life for a minute
 * @param startedAt when it started
 * @param finishedAt when it ended; empty while it runs
 * @param duration how long it took; of a run that has not ended, how long it has taken up to now, and of one that died, up to
 *     its last sign of life
 * @param tags the tags, sorted
 * @param failedTask the task that failed first, as it stands in its pathspec
 * @param failure why it failed
 */
public record RunState(
        RunStatus status,
        boolean died,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Duration duration,
        Set<String> tags,
        Optional<String> failedTask,
        Optional<Failure> failure) {
    /** A process that has not said for so long that it is alive has died. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /**
     * How a run stands.
     *
     * @param lastEnd when the last of its attempts ended; asked only of a run that died
     */
    static RunState of(RunRecord record, Instant now, Supplier<Optional<Instant>> lastEnd) {
        boolean died = record.status() == RunStatus.RUNNING
                && record.heartbeatAt().plus(SILENCE).isBefore(now);
        Optional<Instant> finishedAt = Optional.ofNullable(record.finishedAt());
        Instant until = finishedAt.orElseGet(() -> died ? lastSign(record, lastEnd.get()) : now);
        return new RunState(
                record.status(),
                died,
                record.startedAt(),
                finishedAt,
                Duration.between(record.startedAt(), until),
                record.tags(),
                Optional.ofNullable(record.failedTask()).map(Object::toString),
                Optional.ofNullable(record.failure()).map(StoredFailures::of));
    }

    /** A commit is a sign of life too, and may be newer than the last heartbeat. */
    private static Instant lastSign(RunRecord record, Optional<Instant> lastEnd) {
        return lastEnd.filter(end -> end.isAfter(record.heartbeatAt())).orElse(record.heartbeatAt());
    }
}
