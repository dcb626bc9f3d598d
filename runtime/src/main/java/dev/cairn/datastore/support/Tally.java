package dev.cairn.datastore.support;

import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskStatus;
import java.time.Instant;

/**
 * How many rows there have to be of some kind in a run, and their digest.
 *
 * @param kind what is counted
 * @param name of which step; empty for files
 * @param rows how many
 * @param digest the sum of {@link Checksums#digest} over their checksums
 * @param first when the first of the attempts started
 * @param last when the last of them ended
 */
public record Tally(Kind kind, String name, long rows, long digest, Instant first, Instant last) {
    /** What is counted; the first three are the statuses of attempts. */
    public enum Kind {
        SUCCEEDED,
        CAUGHT,
        FAILED,
        FILES;

        /** The attempts that ended so. */
        public static Kind of(TaskStatus status) {
            return values()[status.ordinal()];
        }

        public boolean isOfTasks() {
            return this != FILES;
        }

        public boolean isOfFinishedTasks() {
            return this == SUCCEEDED || this == CAUGHT;
        }
    }

    /** What it says of a step. */
    public StepCount count() {
        return new StepCount(name, TaskStatus.values()[kind.ordinal()], rows, first, last);
    }

    /** This and another one of the same rows. */
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
