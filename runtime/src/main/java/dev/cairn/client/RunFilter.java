package dev.cairn.client;

import dev.cairn.codec.Tree;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to look for: those that meet all of its conditions. Immutable and thread-safe.
 *
 * <pre>{@code
 * RunFilter lastWeek = RunFilter.all().tag("nightly").status(RunStatus.FAILED)
 *         .startedFrom(Instant.now().minus(Duration.ofDays(7)))
 *         .parameter("rates", List.of(0.1, 0.01));
 * }</pre>
 */
public final class RunFilter {
    private static final RunFilter ALL = new RunFilter(null, Set.of(), null, null, Map.of());

    private final @Nullable RunStatus status;
    private final Set<String> tags;
    private final @Nullable Instant startedFrom;
    private final @Nullable Instant startedBefore;
    private final Map<String, @Nullable Object> parameters;

    private RunFilter(
            @Nullable RunStatus status,
            Set<String> tags,
            @Nullable Instant startedFrom,
            @Nullable Instant startedBefore,
            Map<String, @Nullable Object> parameters) {
        this.status = status;
        this.tags = tags;
        this.startedFrom = startedFrom;
        this.startedBefore = startedBefore;
        this.parameters = parameters;
    }

    /** {@return a filter that every run passes} */
    public static RunFilter all() {
        return ALL;
    }

    /**
     * {@return these conditions, and that a run also has this tag}
     *
     * @param tag the tag, in addition to those that were set before
     */
    public RunFilter tag(String tag) {
        Set<String> all = new TreeSet<>(tags);
        all.add(tag);
        return new RunFilter(status, Collections.unmodifiableSet(all), startedFrom, startedBefore, parameters);
    }

    /**
     * {@return these conditions, and that a run has this status} A run whose process died, which nobody has recorded yet, counts as
     * {@link RunStatus#DIED}, and not as {@link RunStatus#RUNNING}.
     *
     * @param only the status, instead of one that was set before
     */
    public RunFilter status(RunStatus only) {
        return new RunFilter(only, tags, startedFrom, startedBefore, parameters);
    }

    /**
     * {@return these conditions, and that a run started at this time or later}
     *
     * @param time the earliest start, inclusive, instead of one that was set before
     */
    public RunFilter startedFrom(Instant time) {
        return new RunFilter(status, tags, time, startedBefore, parameters);
    }

    /**
     * {@return these conditions, and that a run started before this time}
     *
     * @param time the end of the period, exclusive, instead of one that was set before
     */
    public RunFilter startedBefore(Instant time) {
        return new RunFilter(status, tags, startedFrom, time, parameters);
    }

    /**
     * {@return these conditions, and that a parameter of a run has this value} Values are compared part by part, not by their bytes:
     * numbers by what they are, whatever their type, lists and arrays by their elements. So runs of older versions of the flow are found
     * too. A run without such a parameter, or with a secret one, does not match.
     *
     * @param name the name of the parameter's field
     * @param value a value of the parameter's type, or a {@link Tree}
     */
    public RunFilter parameter(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return new RunFilter(status, tags, startedFrom, startedBefore, Collections.unmodifiableMap(all));
    }

    Set<String> tags() {
        return tags;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** What a datastore can tell of the runs of a flow, or of all flows; {@link #matches} tells the rest. */
    RunQuery query(@Nullable String flow) {
        boolean mayHaveDied = status == RunStatus.DIED; // then it may be stored as running
        return new RunQuery(flow, mayHaveDied ? null : status, tags, startedFrom, startedBefore);
    }

    /** Whether a run that matches {@link #query} has the status. */
    boolean matches(RunState state) {
        if (status == RunStatus.DIED) {
            return state.died();
        }
        return status != RunStatus.RUNNING || !state.died();
    }
}
