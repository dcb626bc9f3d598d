package dev.cairn.datastore;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RunRecord}. Parts that are not set are as in a run that has just started. Not thread-safe. */
public final class RunRecordBuilder {
    private final RunId id;
    private final String flow;
    private final String flowClass;
    private final Instant startedAt;
    private RunStatus status = RunStatus.RUNNING;
    private @Nullable Instant finishedAt;
    private Instant heartbeatAt;
    private String user = "";
    private String cairnVersion = "";
    private String javaVersion = "";
    private @Nullable String commit;
    private Set<String> tags = Set.of();
    private Map<String, ArtifactRef> artifacts = Map.of();
    private @Nullable TaskId failedTask;
    private @Nullable FailureRecord failure;
    private @Nullable Instant stopRequestedAt;
    private @Nullable RunId origin;
    private Map<String, String> fingerprints = Map.of();
    private Map<String, String> attributes = Map.of();

    RunRecordBuilder(RunId id, String flow, String flowClass, Instant startedAt) {
        this.id = id;
        this.flow = flow;
        this.flowClass = flowClass;
        this.startedAt = startedAt;
        this.heartbeatAt = startedAt;
    }

    /** The time of the last heartbeat of the process that runs it. Default: the start time. */
    public RunRecordBuilder heartbeatAt(Instant at) {
        heartbeatAt = at;
        return this;
    }

    /** Who started it. */
    public RunRecordBuilder user(String name) {
        user = name;
        return this;
    }

    /** The versions of Cairn and of Java that run it. */
    public RunRecordBuilder versions(String cairn, String java) {
        cairnVersion = cairn;
        javaVersion = java;
        return this;
    }

    /** The commit of the code, or null if it is unknown. */
    public RunRecordBuilder commit(@Nullable String hash) {
        commit = hash;
        return this;
    }

    /** The tags. */
    public RunRecordBuilder tags(Set<String> names) {
        tags = names;
        return this;
    }

    /** The artifacts that all tasks share. */
    public RunRecordBuilder artifacts(Map<String, ArtifactRef> shared) {
        artifacts = shared;
        return this;
    }

    /** Its status, and when it ended; null if it has not. */
    public RunRecordBuilder status(RunStatus how, @Nullable Instant finished) {
        status = how;
        finishedAt = finished;
        return this;
    }

    /** The task that failed first, and its failure; both null if none failed. */
    public RunRecordBuilder failure(@Nullable TaskId task, @Nullable FailureRecord reason) {
        failedTask = task;
        failure = reason;
        return this;
    }

    /** When somebody first asked to stop it; null if nobody did. */
    public RunRecordBuilder stopRequestedAt(@Nullable Instant at) {
        stopRequestedAt = at;
        return this;
    }

    /** The run that it was resumed from; null if it was not. */
    public RunRecordBuilder origin(@Nullable RunId run) {
        origin = run;
        return this;
    }

    /** A text for the code of each step whose code is known, by step. */
    public RunRecordBuilder fingerprints(Map<String, String> ofSteps) {
        fingerprints = ofSteps;
        return this;
    }

    /** What else is known of the run, by name. Default: nothing. */
    public RunRecordBuilder attributes(Map<String, String> all) {
        attributes = all;
        return this;
    }

    /** Creates the record. */
    public RunRecord build() {
        return new RunRecord(
                id,
                flow,
                flowClass,
                status,
                startedAt,
                finishedAt,
                heartbeatAt,
                user,
                cairnVersion,
                javaVersion,
                commit,
                tags,
                artifacts,
                failedTask,
                failure,
                stopRequestedAt,
                origin,
                fingerprints,
                attributes);
    }
}
