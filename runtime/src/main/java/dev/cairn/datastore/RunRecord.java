package dev.cairn.datastore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a run at one moment. Immutable; {@link Runs} has the current state.
 *
 * @param id the id
 * @param flow the name of the flow
 * @param flowClass the binary name of the flow's class
 * @param status its status
 * @param startedAt when it started
 * @param finishedAt when it ended, or null
 * @param heartbeatAt the time of the last heartbeat of the process that runs it
 * @param user who started it
 * @param cairnVersion the version of Cairn that runs it
 * @param javaVersion the version of Java that runs it
 * @param commit the commit of the code, or null if it is unknown
 * @param tags the tags, sorted
 * @param artifacts the artifacts that all tasks share: parameters, constants and {@code _graph_info}
 * @param failedTask the task that failed first, or null
 * @param failure why it failed, or null
 * @param stopRequestedAt when somebody first asked to stop it, or null
 * @param origin the run that it was resumed from, which may have been deleted since, or null
 * @param fingerprints a text for the code of each step whose code is known, by step; of an older run, empty
 * @param attributes what else is known of the run, by name, see {@link RunAttributes}; whoever does not know a name keeps its value
 */
public record RunRecord(
        RunId id,
        String flow,
        String flowClass,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Instant heartbeatAt,
        String user,
        String cairnVersion,
        String javaVersion,
        @Nullable String commit,
        Set<String> tags,
        Map<String, ArtifactRef> artifacts,
        @Nullable TaskId failedTask,
        @Nullable FailureRecord failure,
        @Nullable Instant stopRequestedAt,
        @Nullable RunId origin,
        Map<String, String> fingerprints,
        Map<String, String> attributes) {
    /**
     * Copies the collections.
     *
     * @param id the id
     * @param flow the name of the flow
     * @param flowClass the binary name of the flow's class
     * @param status its status
     * @param startedAt when it started
     * @param finishedAt when it ended, or null
     * @param heartbeatAt the time of the last heartbeat of the process that runs it
     * @param user who started it
     * @param cairnVersion the version of Cairn that runs it
     * @param javaVersion the version of Java that runs it
     * @param commit the commit of the code, or null if it is unknown
     * @param tags the tags, sorted
     * @param artifacts the artifacts that all tasks share: parameters, constants and {@code _graph_info}
     * @param failedTask the task that failed first, or null
     * @param failure why it failed, or null
     * @param stopRequestedAt when somebody first asked to stop it, or null
     * @param origin the run that it was resumed from, which may have been deleted since, or null
     * @param fingerprints a text for the code of each step whose code is known, by step; of an older run, empty
     * @param attributes what else is known of the run, by name, see {@link RunAttributes}; whoever does not know a name keeps its value
     */
    public RunRecord {
        tags = Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(tags)));
        artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
        fingerprints = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprints));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * Begins a record of a run that has just started.
     *
     * @param id the id of the run
     * @param flow the name of the flow
     * @param flowClass the binary name of the flow's class
     * @param startedAt when it started, also the time of its first heartbeat
     * @return a builder with status {@link RunStatus#RUNNING}
     */
    public static RunRecordBuilder builder(RunId id, String flow, String flowClass, Instant startedAt) {
        return new RunRecordBuilder(id, flow, flowClass, startedAt);
    }

    /** {@return a builder with the values of this run} */
    public RunRecordBuilder toBuilder() {
        return builder(id, flow, flowClass, startedAt)
                .status(status, finishedAt)
                .heartbeatAt(heartbeatAt)
                .user(user)
                .versions(cairnVersion, javaVersion)
                .commit(commit)
                .tags(tags)
                .artifacts(artifacts)
                .failure(failedTask, failure)
                .stopRequestedAt(stopRequestedAt)
                .origin(origin)
                .fingerprints(fingerprints)
                .attributes(attributes);
    }

    /**
     * {@return this run with other tags}
     *
     * @param newTags all tags that it has then
     */
    public RunRecord withTags(Set<String> newTags) {
        return toBuilder().tags(newTags).build();
    }

    /**
     * {@return this run with another heartbeat}
     *
     * @param at the time of the heartbeat
     */
    public RunRecord withHeartbeatAt(Instant at) {
        return toBuilder().heartbeatAt(at).build();
    }

    /**
     * This run with another request to stop it.
     *
     * @param at when somebody asked, or null if nobody did
     * @return a copy that differs in this only
     */
    public RunRecord withStopRequestedAt(@Nullable Instant at) {
        return toBuilder().stopRequestedAt(at).build();
    }

    /**
     * {@return this run after its end}
     *
     * @param how its final status
     * @param at when it ended
     * @param newFailedTask the task that failed first, or null
     * @param newFailure why it failed, or null
     */
    public RunRecord finished(
            RunStatus how, Instant at, @Nullable TaskId newFailedTask, @Nullable FailureRecord newFailure) {
        return toBuilder().status(how, at).failure(newFailedTask, newFailure).build();
    }
}
