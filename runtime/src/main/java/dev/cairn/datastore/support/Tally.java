package dev.cairn.datastore.support;

import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;

/**
 * The expected number of rows of one kind in a run, and their digest. Immutable.
 *
 * @param kind what is counted
 * @param name the name of the step; empty for what is of the run
 * @param rows the number of rows
 * @param digest the sum of {@link Checksums#digest} over their checksums
 * @param first when the first attempt started
 * @param last when the last attempt ended
 */
public record Tally(Kind kind, String name, long rows, long digest, Instant first, Instant last) {
    /** What is counted. The first three are the statuses of attempts. */
    public enum Kind {
        SUCCEEDED,
        CAUGHT,
        FAILED,
        FILES,
        STOP_REQUESTS;

        /** The kind for attempts that ended with this status. */
        public static Kind of(TaskStatus status) {
            return values()[status.ordinal()];
        }

        public boolean isOfTasks() {
            return this != FILES && this != STOP_REQUESTS;
        }

        public boolean isOfFinishedTasks() {
            return this == SUCCEEDED || this == CAUGHT;
        }
    }

    /** The count of attempts of a step. */
    public StepCount count() {
        return new StepCount(name, TaskStatus.values()[kind.ordinal()], rows, first, last);
    }

    /** The sum of this tally and another one of the same kind and name. */
    public Tally plus(Tally other) {
        return new Tally(
                kind,
                name,
                rows + other.rows,
                digest + other.digest,
                other.first.isBefore(first) ? other.first : first,
                other.last.isAfter(last) ? other.last : last);
    }

    public long checksum(long run) {
        RecordWriter writer = new RecordWriter();
        writer.number(run);
        writer.octet(kind.ordinal());
        writer.text(name);
        writer.number(rows);
        writer.number(digest);
        writer.time(first);
        writer.time(last);
        return writer.checksum();
    }
}
