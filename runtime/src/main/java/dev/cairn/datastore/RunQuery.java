package dev.cairn.datastore;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list. Immutable.
 *
 * @param flow the name of their flow, or null for all flows
 * @param status their status, or null for any status
 * @param tags tags that each of them must have
 */
public record RunQuery(@Nullable String flow, @Nullable RunStatus status, Set<String> tags) {
    /** Copies the tags. */
    public RunQuery {
        tags = Set.copyOf(tags);
    }

    /** Whether {@code run} matches this query. A run that is being imported matches only a query for {@link RunStatus#IMPORTING}. */
    public boolean matches(RunRecord run) {
        return (flow == null || flow.equals(run.flow()))
                && (status == null ? run.status() != RunStatus.IMPORTING : status == run.status())
                && run.tags().containsAll(tags);
    }

    /** Every run. */
    public static RunQuery all() {
        return new RunQuery(null, null, Set.of());
    }

    /** The runs of one flow. */
    public static RunQuery flow(String flow) {
        return new RunQuery(flow, null, Set.of());
    }
}
