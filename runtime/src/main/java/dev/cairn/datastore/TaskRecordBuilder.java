package dev.cairn.datastore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TaskRecord}. Parts that are not set are empty. Not thread-safe. */
public final class TaskRecordBuilder {
    private final RunId run;
    private final TaskId task;
    private final int attempt;
    private final TaskStatus status;
    private final Instant startedAt;
    private final Instant finishedAt;
    private Map<String, ArtifactRef> artifacts = Map.of();
    private List<TaskId> parents = List.of();
    private List<String> next = List.of();
    private @Nullable ForkRecord fork;
    private @Nullable FailureRecord failure;
    private @Nullable TaskOrigin origin;

    TaskRecordBuilder(RunId run, TaskId task, int attempt, TaskStatus status, Instant startedAt, Instant finishedAt) {
        this.run = run;
        this.task = task;
        this.attempt = attempt;
        this.status = status;
        this.startedAt = startedAt;
        this.finishedAt = finishedAt;
    }

    /**
     * The artifacts that exist after it, by name, in the order of the flow.
     *
     * @param after each of them, those that the task only passed on too
     * @return this builder
     */
    public TaskRecordBuilder artifacts(Map<String, ArtifactRef> after) {
        artifacts = after;
        return this;
    }

    /**
     * The tasks whose artifacts it started with.
     *
     * @param tasks as in {@link TaskRecord#parents}
     * @return this builder
     */
    public TaskRecordBuilder parents(List<TaskId> tasks) {
        parents = tasks;
        return this;
    }

    /**
     * The names of the steps that follow.
     *
     * @param steps as in {@link TaskRecord#next}
     * @return this builder
     */
    public TaskRecordBuilder next(List<String> steps) {
        next = steps;
        return this;
    }

    /**
     * The foreach that it opened.
     *
     * @param opened its elements, or null if the step opens none
     * @return this builder
     */
    public TaskRecordBuilder fork(@Nullable ForkRecord opened) {
        fork = opened;
        return this;
    }

    /**
     * Why it failed.
     *
     * @param reason the failure, or null if it has none
     * @return this builder
     */
    public TaskRecordBuilder failure(@Nullable FailureRecord reason) {
        failure = reason;
        return this;
    }

    /**
     * The attempt that executed the task.
     *
     * @param executed the attempt of an earlier run, or null if it ran here
     * @return this builder
     */
    public TaskRecordBuilder origin(@Nullable TaskOrigin executed) {
        origin = executed;
        return this;
    }

    /**
     * Creates the record. The builder can be used again.
     *
     * @return a record that shares no collection with this builder
     */
    public TaskRecord build() {
        return new TaskRecord(
                run, task, attempt, status, startedAt, finishedAt, artifacts, parents, next, fork, failure, origin);
    }
}
