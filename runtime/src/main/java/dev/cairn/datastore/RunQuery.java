package dev.cairn.datastore;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list.
 *
 * @param flow the name of the flow, or null for all
 * @param status how they stand, or null for any
 * @param tags tags that each has
 */
public record RunQuery(@Nullable String flow, @Nullable RunStatus status, Set<String> tags) {
    /** Copies the tags. */
    public RunQuery {
        tags = Set.copyOf(tags);
    }

    /** Whether {@code run} is one of them. */
    public boolean matches(RunRecord run) {
        return (flow == null || flow.equals(run.flow()))
                && (status == null || status == run.status())
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
