package dev.cairn.datastore;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list. Immutable.
 *
 * @param flow the name of their flow, or null for all flows
 * @param status their status, or null for any status
 * @param tags tags that each of them must have
 * @param startedFrom only runs that started at this time or later, or null
 * @param startedBefore only runs that started before this time, or null
 */
public record RunQuery(
        @Nullable String flow,
        @Nullable RunStatus status,
        Set<String> tags,
        @Nullable Instant startedFrom,
        @Nullable Instant startedBefore) {
    /**
     * Copies the tags.
     *
     * @param flow the name of their flow, or null for all flows
     * @param status their status, or null for any status
     * @param tags tags that each of them must have
     * @param startedFrom only runs that started at this time or later, or null
     * @param startedBefore only runs that started before this time, or null
     */
    public RunQuery {
        tags = Set.copyOf(tags);
    }

    /**
     * Runs that started at any time.
     *
     * @param flow the name of their flow, or null for all flows
     * @param status their status, or null for any status
     * @param tags tags that each of them must have
     */
    public RunQuery(@Nullable String flow, @Nullable RunStatus status, Set<String> tags) {
        this(flow, status, tags, null, null);
    }

    /**
     * {@return whether {@code run} matches this query}. A run that is being imported matches only a query for {@link RunStatus#IMPORTING}.
     *
     * @param run the record to check
     */
    public boolean matches(RunRecord run) {
        return (flow == null || flow.equals(run.flow()))
                && (status == null ? run.status() != RunStatus.IMPORTING : status == run.status())
                && run.tags().containsAll(tags)
                && (startedFrom == null || !run.startedAt().isBefore(startedFrom))
                && (startedBefore == null || run.startedAt().isBefore(startedBefore));
    }

    /**
     * A query that each run matches, except one that is being imported.
     *
     * @return a query for all flows, any status and no tags
     */
    public static RunQuery all() {
        return new RunQuery(null, null, Set.of());
    }

    /**
     * A query for the runs of one flow.
     *
     * @param flow the name of the flow
     * @return a query for any status and no tags
     */
    public static RunQuery flow(String flow) {
        return new RunQuery(flow, null, Set.of());
    }
}
