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

    /**
     * {@return the runs of a compiled flow in the default datastore} For generated code.
     *
     * @param definition the generated definition of the flow
     */
    public static FlowRuns of(FlowDefinition<?> definition) {
        return of(definition, DefaultDatastore.open());
    }

    /**
     * {@return the runs of a compiled flow} For generated code.
     *
     * @param definition the generated definition of the flow
     * @param datastore where the runs are; the caller closes it
     */
    public static FlowRuns of(FlowDefinition<?> definition, Datastore datastore) {
        definition.requireCompatible();
        return new FlowRuns(new RunReader(datastore, FlowDefinitions.of(definition)), definition.name());
    }

    /** {@return the name of the flow} */
    public String flow() {
        return flow;
    }

    /**
     * {@return those of these runs that also have this tag}
     *
     * @param tag the tag, in addition to those that were set before
     */
    public FlowRuns tag(String tag) {
        return new FlowRuns(reader, flow, filter.tag(tag));
    }

    /**
     * {@return those of these runs that have this status; see {@link RunFilter#status}}
     *
     * @param status the status, instead of one that was set before
     */
    public FlowRuns status(RunStatus status) {
        return new FlowRuns(reader, flow, filter.status(status));
    }

    /**
     * {@return those of these runs that started at this time or later}
     *
     * @param time the earliest start, inclusive
     */
    public FlowRuns startedFrom(Instant time) {
        return new FlowRuns(reader, flow, filter.startedFrom(time));
    }

    /**
     * {@return those of these runs that started before this time}
     *
     * @param time the end of the period, exclusive
     */
    public FlowRuns startedBefore(Instant time) {
        return new FlowRuns(reader, flow, filter.startedBefore(time));
    }

    /**
     * {@return those of these runs whose parameter has this value; see {@link RunFilter#parameter}}
     *
     * @param name the name of the parameter's field
     * @param value a value of the parameter's type, which may be null, or a {@link dev.cairn.codec.Tree}
     */
    public FlowRuns parameter(String name, @Nullable Object value) {
        return new FlowRuns(reader, flow, filter.parameter(name, value));
    }

    /**
     * {@return the runs of this flow that meet all conditions of a filter, instead of those that were set before}
     *
     * @param conditions the conditions, of which all must be met
     */
    public FlowRuns matching(RunFilter conditions) {
        return new FlowRuns(reader, flow, conditions);
    }

    /**
     * {@return the run that was started last, whatever its status, of those that meet the conditions}
     *
     * @throws NoSuchRunException if there is no run
     */
    public Run latest() {
        return newest(filter).orElseThrow(() -> none("run"));
    }

    /**
     * {@return the run that succeeded and was started last, of those that meet the conditions}
     *
     * @throws NoSuchRunException if there is no such run
     */
    public Run latestSuccessful() {
        return newest(filter.status(RunStatus.SUCCEEDED)).orElseThrow(() -> none("successful run"));
    }

    /**
     * {@return a run by its id, by the beginning or end of its id, or {@code latest}}
     *
     * @param id an id, its beginning or end, or {@code latest} for the result of {@link #latest()}
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

    /** {@return the runs, newest first} The stream is lazy; close it after use. */
    public Stream<Run> stream() {
        return reader.list(flow, filter).map(this::run);
    }

    /**
     * {@return the runs, newest first, as a flow's own type shows them, for generated code}
     *
     * @param <R> the flow's generated type of a run
     * @param type makes it from the untyped run
     */
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
