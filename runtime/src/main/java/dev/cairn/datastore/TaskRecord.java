package dev.cairn.datastore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished attempt of a task: written once, whole, and never changed. Immutable.
 *
 * @param run the run
 * @param task the task within the run
 * @param attempt the number of the attempt, from 0
 * @param status how it ended
 * @param startedAt when it started
 * @param finishedAt when it ended
 * @param artifacts the artifacts that exist after it, in the flow's order
 * @param parents the tasks whose artifacts it started with: none for the first step, one, or the inputs of a join; for the
 *     join of a foreach the split task alone, from whose fork the inputs follow
 * @param next the steps that it went on to; none at the end or after a failure
 * @param fork what it fanned out to, or null
 * @param failure why it failed, or null
 */
public record TaskRecord(
        RunId run,
        TaskId task,
        int attempt,
        TaskStatus status,
        Instant startedAt,
        Instant finishedAt,
        Map<String, ArtifactRef> artifacts,
        List<TaskId> parents,
        List<String> next,
        @Nullable ForkRecord fork,
        @Nullable FailureRecord failure) {
    /** Copies the collections. */
    public TaskRecord {
        artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
        parents = List.copyOf(parents);
        next = List.copyOf(next);
    }

    /** A record without artifacts, parents and what follows. */
    public static TaskRecordBuilder builder(
            RunId run, TaskId task, int attempt, TaskStatus status, Instant startedAt, Instant finishedAt) {
        return new TaskRecordBuilder(run, task, attempt, status, startedAt, finishedAt);
    }

    /** Whether later steps may read what this attempt left. */
    public boolean finished() {
        return status != TaskStatus.FAILED;
    }

    /**
     * Whether this attempt may not be committed after {@code other}, an attempt of the same task: it comes too late, or has
     * been committed before.
     */
    public boolean losesTo(TaskRecord other) {
        return other.finished() || other.attempt >= attempt;
    }
}
