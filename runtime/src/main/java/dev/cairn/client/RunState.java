package dev.cairn.client;

import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The state of a run at one moment. All parts were read at the same time, so they are consistent. Immutable.
 *
 * @param status the status; a run whose process died stays {@code RUNNING} until somebody records that it {@code DIED}
 * @param died whether it is recorded as died, or had not ended, but nobody drives it any more; see {@link RunOwners}
 * @param unknown whether it had not ended and gave no sign of life, and its engine could not be asked whether it drives it
 * @param startedAt when it started
 * @param finishedAt when it ended; empty while it runs
 * @param duration how long it took: until its end, until its last heartbeat if it died, otherwise until now
 * @param tags the tags, sorted
 * @param failedTask the task that failed first, as in its pathspec; empty if none failed
 * @param failure why it failed; empty if it did not
 */
public record RunState(
        RunStatus status,
        boolean died,
        boolean unknown,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Duration duration,
        Set<String> tags,
        Optional<String> failedTask,
        Optional<Failure> failure) {
    /**
     * How a run stands.
     *
     * @param lastEnd when the last of its attempts ended; asked only of a run that died
     */
    static RunState of(RunRecord record, Instant now, Supplier<Optional<Instant>> lastEnd) {
        RunLife life = record.status() == RunStatus.RUNNING ? RunOwners.look(record, now) : RunLife.ALIVE;
        boolean died = record.status() == RunStatus.DIED || life == RunLife.GONE;
        Optional<Instant> finishedAt = Optional.ofNullable(record.finishedAt());
        Instant until = died ? lastSign(record, lastEnd.get()) : finishedAt.orElse(now);
        return new RunState(
                record.status(),
                died,
                life == RunLife.UNKNOWN,
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
