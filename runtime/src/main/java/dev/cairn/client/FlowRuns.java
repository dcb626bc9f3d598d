package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one flow, newest first. If its code is available, this includes the runs under former names of the flow. Immutable and
 * thread-safe. Each call reads the current state of the datastore.
 */
public final class FlowRuns {
    private final RunReader reader;
    private final String flow;
    private final RunFilter filter;

    FlowRuns(RunReader reader, String flow) {
        this(reader, flow, RunFilter.all());
    }

    private FlowRuns(RunReader reader, String flow, RunFilter filter) {
        this.reader = reader;
        this.flow = flow;
        this.filter = filter;
    }

    /** The runs of a compiled flow in the default datastore. For generated code. */
    public static FlowRuns of(FlowDefinition<?> definition) {
        return of(definition, DefaultDatastore.open());
    }

    /** The runs of a compiled flow. For generated code. */
    public static FlowRuns of(FlowDefinition<?> definition, Datastore datastore) {
        definition.requireCompatible();
        return new FlowRuns(new RunReader(datastore, FlowDefinitions.of(definition)), definition.name());
    }

    /** The name of the flow. */
    public String flow() {
        return flow;
    }

    /** Those of these runs that also have this tag. */
    public FlowRuns tag(String tag) {
        return new FlowRuns(reader, flow, filter.tag(tag));
    }

    /** Those of these runs that have this status; see {@link RunFilter#status}. */
    public FlowRuns status(RunStatus status) {
        return new FlowRuns(reader, flow, filter.status(status));
    }

    /** Those of these runs that started at this time or later. */
    public FlowRuns startedFrom(Instant time) {
        return new FlowRuns(reader, flow, filter.startedFrom(time));
    }

    /** Those of these runs that started before this time. */
    public FlowRuns startedBefore(Instant time) {
        return new FlowRuns(reader, flow, filter.startedBefore(time));
    }

    /** Those of these runs whose parameter has this value; see {@link RunFilter#parameter}. */
    public FlowRuns parameter(String name, @Nullable Object value) {
        return new FlowRuns(reader, flow, filter.parameter(name, value));
    }

    /** The runs of this flow that meet all conditions of a filter, instead of those that were set before. */
    public FlowRuns matching(RunFilter conditions) {
        return new FlowRuns(reader, flow, conditions);
    }

    /**
     * The run that was started last, whatever its status.
     *
     * @throws NoSuchRunException if there is no run
     */
    public Run latest() {
        return newest(filter).orElseThrow(() -> none("run"));
    }

    /**
     * The last started run that succeeded.
     *
     * @throws NoSuchRunException if there is no such run
     */
    public Run latestSuccessful() {
        return newest(filter.status(RunStatus.SUCCEEDED)).orElseThrow(() -> none("successful run"));
    }

    /**
     * A run by its id, by the beginning or end of its id, or {@code latest}.
     *
     * @throws NoSuchRunException if no run of this flow matches, or several match
     */
    public Run run(String id) {
        if (id.equals(Pathspec.LATEST)) {
            return latest();
        }
        return find(id).or(() -> findByPart(id))
                .orElseThrow(() -> new NoSuchRunException("there is no run " + flow() + "/" + id + " in "
                        + reader.datastore().url() + "." + reader.newestRuns(flow())));
    }

    /** The runs, newest first. The stream is lazy; close it after use. */
    public Stream<Run> stream() {
        return reader.list(flow, filter).map(this::run);
    }

    /** The runs, newest first, as a flow's own type shows them, for generated code. */
    public <R> List<R> all(Function<Run, R> type) {
        try (Stream<Run> runs = stream()) {
            return runs.map(type).toList();
        }
    }

    private Optional<Run> find(String id) {
        return reader.find(id)
                .filter(record -> reader.names(flow()).contains(record.flow()))
                .map(this::run);
    }

    private Optional<Run> findByPart(String part) {
        try (Stream<RunRecord> runs = reader.list(flow, RunFilter.all())) {
            return PartialIds.only(runs, part).map(this::run);
        }
    }

    private Optional<Run> newest(RunFilter wanted) {
        try (Stream<RunRecord> runs = reader.list(flow, wanted)) {
            return runs.findFirst().map(this::run);
        }
    }

    private Run run(RunRecord record) {
        return new Run(reader, record.flow(), record.id());
    }

    private NoSuchRunException none(String what) {
        String tags = filter.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return new NoSuchRunException(
                "flow `" + flow() + "` has no " + what + (tags.isEmpty() ? "" : " with tag " + tags) + " in "
                        + reader.datastore().url() + ".");
    }
}
