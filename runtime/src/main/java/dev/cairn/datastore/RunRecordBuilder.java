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

    /**
     * The time of the last heartbeat of the process that runs it. Default: the start time.
     *
     * @param at when its process last gave a sign of life
     * @return this builder
     */
    public RunRecordBuilder heartbeatAt(Instant at) {
        heartbeatAt = at;
        return this;
    }

    /**
     * Who started it.
     *
     * @param name the name of the user; the empty string if it is unknown
     * @return this builder
     */
    public RunRecordBuilder user(String name) {
        user = name;
        return this;
    }

    /**
     * The versions of Cairn and of Java that run it.
     *
     * @param cairn the version of Cairn
     * @param java the version of Java
     * @return this builder
     */
    public RunRecordBuilder versions(String cairn, String java) {
        cairnVersion = cairn;
        javaVersion = java;
        return this;
    }

    /**
     * The commit of the code. Default: unknown.
     *
     * @param hash the hash of the commit, or null if it is unknown
     * @return this builder
     */
    public RunRecordBuilder commit(@Nullable String hash) {
        commit = hash;
        return this;
    }

    /**
     * The tags. Default: none.
     *
     * @param names all tags, in any order
     * @return this builder
     */
    public RunRecordBuilder tags(Set<String> names) {
        tags = names;
        return this;
    }

    /**
     * The artifacts that all tasks share. Default: none.
     *
     * @param shared parameters, constants and {@code _graph_info}, by name
     * @return this builder
     */
    public RunRecordBuilder artifacts(Map<String, ArtifactRef> shared) {
        artifacts = shared;
        return this;
    }

    /**
     * Its status. Default: it is running.
     *
     * @param how the status
     * @param finished when it ended; null if it has not
     * @return this builder
     */
    public RunRecordBuilder status(RunStatus how, @Nullable Instant finished) {
        status = how;
        finishedAt = finished;
        return this;
    }

    /**
     * What failed first. Default: nothing.
     *
     * @param task the task, or null if none failed
     * @param reason its failure, or null if none failed
     * @return this builder
     */
    public RunRecordBuilder failure(@Nullable TaskId task, @Nullable FailureRecord reason) {
        failedTask = task;
        failure = reason;
        return this;
    }

    /**
     * When somebody first asked to stop it. Default: nobody did.
     *
     * @param at the time of the first request; null if nobody asked
     * @return this builder
     */
    public RunRecordBuilder stopRequestedAt(@Nullable Instant at) {
        stopRequestedAt = at;
        return this;
    }

    /**
     * The run that it was resumed from. Default: none.
     *
     * @param run the older run; null if it was not resumed
     * @return this builder
     */
    public RunRecordBuilder origin(@Nullable RunId run) {
        origin = run;
        return this;
    }

    /**
     * The code of the steps. Default: unknown.
     *
     * @param ofSteps a text for the code of each step whose code is known, by step
     * @return this builder
     */
    public RunRecordBuilder fingerprints(Map<String, String> ofSteps) {
        fingerprints = ofSteps;
        return this;
    }

    /**
     * What else is known of the run, by name. Default: nothing.
     *
     * @param all all attributes, by name; see {@link RunAttributes}
     * @return this builder
     */
    public RunRecordBuilder attributes(Map<String, String> all) {
        attributes = all;
        return this;
    }

    /**
     * Creates the record. The builder can be used again.
     *
     * @return a record that shares no collection with this builder
     */
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
