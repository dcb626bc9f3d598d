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
        /** Attempts that succeeded. */
        SUCCEEDED,
        /** Attempts whose failure was caught. */
        CAUGHT,
        /** Attempts that failed. */
        FAILED,
        /** Files that the run keeps by key. */
        FILES,
        /** Requests to stop the run. */
        STOP_REQUESTS;

        /**
         * {@return the kind for attempts that ended with this status}
         *
         * @param status how the attempts ended
         */
        public static Kind of(TaskStatus status) {
            return values()[status.ordinal()];
        }

        /** {@return whether attempts of tasks are counted} */
        public boolean isOfTasks() {
            return this != FILES && this != STOP_REQUESTS;
        }

        /** {@return whether attempts are counted after which their task is not tried again} */
        public boolean isOfFinishedTasks() {
            return this == SUCCEEDED || this == CAUGHT;
        }
    }

    /**
     * The count of attempts of a step. Only of a tally whose kind {@linkplain Kind#isOfTasks is of tasks}.
     *
     * @return the count, without the digest
     */
    public StepCount count() {
        return new StepCount(name, TaskStatus.values()[kind.ordinal()], rows, first, last);
    }

    /**
     * {@return the sum of this tally and another one of the same kind and name}
     *
     * @param other the other tally
     */
    public Tally plus(Tally other) {
        return new Tally(
                kind,
                name,
                rows + other.rows,
                digest + other.digest,
                other.first.isBefore(first) ? other.first : first,
                other.last.isAfter(last) ? other.last : last);
    }

    /**
     * The checksum of this tally, the CRC-32C of all its parts.
     *
     * @param run the number of the run within its datastore
     * @return the CRC-32C as an unsigned number
     */
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
