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

    /** The artifacts that exist after it, by name, in the order of the flow. */
    public TaskRecordBuilder artifacts(Map<String, ArtifactRef> after) {
        artifacts = after;
        return this;
    }

    /** The tasks whose artifacts it started with. */
    public TaskRecordBuilder parents(List<TaskId> tasks) {
        parents = tasks;
        return this;
    }

    /** The names of the steps that follow. */
    public TaskRecordBuilder next(List<String> steps) {
        next = steps;
        return this;
    }

    /** The foreach that it opened, or null. */
    public TaskRecordBuilder fork(@Nullable ForkRecord opened) {
        fork = opened;
        return this;
    }

    /** Why it failed, or null. */
    public TaskRecordBuilder failure(@Nullable FailureRecord reason) {
        failure = reason;
        return this;
    }

    /** The attempt that executed the task, or null if it ran here. */
    public TaskRecordBuilder origin(@Nullable TaskOrigin executed) {
        origin = executed;
        return this;
    }

    /** Creates the record. */
    public TaskRecord build() {
        return new TaskRecord(
                run, task, attempt, status, startedAt, finishedAt, artifacts, parents, next, fork, failure, origin);
    }
}
