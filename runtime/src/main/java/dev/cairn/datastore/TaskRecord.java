package dev.cairn.datastore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a task that has ended. It is written once, as a whole, and never changed. Immutable.
 *
 * @param run the run
 * @param task the task within the run
 * @param attempt the number of the attempt, from 0
 * @param status how it ended
 * @param startedAt when it started
 * @param finishedAt when it ended
 * @param artifacts the artifacts that exist after it, by name, in the order of the flow
 * @param parents the tasks whose artifacts it started with: none for the first step; the inputs of a join; one task otherwise. For
 *     the join of a foreach it is only the split task, whose fork determines the inputs.
 * @param next the names of the steps that follow; empty at the end or after a failure
 * @param fork the foreach that it opened, or null
 * @param failure why it failed, or null
 * @param origin the attempt that executed the task, if a resumed run took it over; null if it ran here. Times, artifacts and failure
 *     are those of that attempt.
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
        @Nullable FailureRecord failure,
        @Nullable TaskOrigin origin) {
    /**
     * Copies the collections.
     *
     * @param run the run
     * @param task the task within the run
     * @param attempt the number of the attempt, from 0
     * @param status how it ended
     * @param startedAt when it started
     * @param finishedAt when it ended
     * @param artifacts the artifacts that exist after it, by name, in the order of the flow
     * @param parents the tasks whose artifacts it started with: none for the first step; the inputs of a join; one task otherwise
     * @param next the names of the steps that follow; empty at the end or after a failure
     * @param fork the foreach that it opened, or null
     * @param failure why it failed, or null
     * @param origin the attempt that executed the task, if a resumed run took it over; null if it ran here
     */
    public TaskRecord {
        artifacts = artifacts.size() <= 1
                ? Map.copyOf(artifacts) // small, has no order to keep, and is not copied again from record to record
                : Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
        parents = List.copyOf(parents);
        next = List.copyOf(next);
    }

    /**
     * {@return a builder for a record without artifacts, parents and next steps}
     *
     * @param run the run
     * @param task the task within the run
     * @param attempt the number of the attempt, from 0
     * @param status how it ended
     * @param startedAt when it started
     * @param finishedAt when it ended
     */
    public static TaskRecordBuilder builder(
            RunId run, TaskId task, int attempt, TaskStatus status, Instant startedAt, Instant finishedAt) {
        return new TaskRecordBuilder(run, task, attempt, status, startedAt, finishedAt);
    }

    /** {@return whether later steps may read the artifacts of this attempt: it succeeded, or its failure was caught} */
    public boolean finished() {
        return status != TaskStatus.FAILED;
    }

    /**
     * {@return whether this attempt must not be committed after {@code other}, an attempt of the same task: it is too late, or was
     * committed before}
     *
     * @param other an attempt of the same task that was committed
     */
    public boolean losesTo(TaskRecord other) {
        return other.finished() || other.attempt >= attempt;
    }
}
