package dev.cairn.runtime.internal;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt whose output was stored while it ran. Nothing else leads to it before it has ended, so it is noted with the run, as a line of
 * attempt {@link #NOTES} of {@link TaskId#RUN}. Such notes are not exported: attempts of runs that have ended are found without. Immutable.
 *
 * @param task the task
 * @param attempt the number of the attempt, from 0
 */
public record WritingAttempt(TaskId task, int attempt) {
    /** Where notes are: beside the output that belongs to no task. */
    public static final int NOTES = 1;

    /**
     * The note.
     *
     * @param now when the attempt began to write
     * @return a line that {@link #of} reads
     */
    public LogLine note(Instant now) {
        return new LogLine(now, LogLine.Stream.LOG, task + " " + attempt);
    }

    /**
     * Reads a note.
     *
     * @param note a line of the notes of a run
     * @return the attempt that is noted; empty if this is not a note
     */
    public static Optional<WritingAttempt> of(LogLine note) {
        String[] parts = note.text().split(" ", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new WritingAttempt(TaskId.parse(parts[0]), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
