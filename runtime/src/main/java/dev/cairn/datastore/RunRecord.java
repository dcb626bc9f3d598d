package dev.cairn.datastore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A run. Immutable; {@link Runs} holds the current state.
 *
 * @param id the id
 * @param flow the name of the flow
 * @param flowClass the binary name of the flow's class
 * @param status how it stands
 * @param startedAt when it started
 * @param finishedAt when it ended, or null
 * @param heartbeatAt when the process that runs it last said so
 * @param user who started it
 * @param cairnVersion the version of Cairn that runs it
 * @param javaVersion the version of Java that runs it
 * @param commit the commit of the code, or null where there is none
 * @param tags the tags, sorted
 * @param artifacts what all tasks share: parameters, constants, {@code _graph_info}
 * @param failedTask the task that failed first, or null
 * @param failure why it failed, or null
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
        @Nullable FailureRecord failure) {
    /** Copies the collections. */
    public RunRecord {
        tags = Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(tags)));
        artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
    }

    /** This run with other tags. */
    public RunRecord withTags(Set<String> newTags) {
        return with(status, finishedAt, heartbeatAt, newTags, failedTask, failure);
    }

    /** This run with another sign of life. */
    public RunRecord withHeartbeatAt(Instant at) {
        return with(status, finishedAt, at, tags, failedTask, failure);
    }

    /** This run after its end. */
    public RunRecord finished(
            RunStatus how, Instant at, @Nullable TaskId newFailedTask, @Nullable FailureRecord newFailure) {
        return with(how, at, heartbeatAt, tags, newFailedTask, newFailure);
    }

    private RunRecord with(
            RunStatus newStatus,
            @Nullable Instant newFinishedAt,
            Instant newHeartbeatAt,
            Set<String> newTags,
            @Nullable TaskId newFailedTask,
            @Nullable FailureRecord newFailure) {
        return new RunRecord(
                id,
                flow,
                flowClass,
                newStatus,
                startedAt,
                newFinishedAt,
                newHeartbeatAt,
                user,
                cairnVersion,
                javaVersion,
                commit,
                newTags,
                artifacts,
                newFailedTask,
                newFailure);
    }
}
