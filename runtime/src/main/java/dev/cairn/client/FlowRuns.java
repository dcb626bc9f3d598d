package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final RunQuery query;

    FlowRuns(RunReader reader, RunQuery query) {
        this.reader = reader;
        this.query = query;
    }

    /** The runs of a compiled flow in the default datastore. For generated code. */
    public static FlowRuns of(FlowDefinition<?> definition) {
        return of(definition, DefaultDatastore.open());
    }

    /** The runs of a compiled flow. For generated code. */
    public static FlowRuns of(FlowDefinition<?> definition, Datastore datastore) {
        definition.requireCompatible();
        return new FlowRuns(new RunReader(datastore, FlowDefinitions.of(definition)), RunQuery.flow(definition.name()));
    }

    /** The name of the flow. */
    public String flow() {
        return Objects.requireNonNull(query.flow());
    }

    /** Those of these runs that also have this tag. */
    public FlowRuns tag(String tag) {
        Set<String> tags = new TreeSet<>(query.tags());
        tags.add(tag);
        return new FlowRuns(reader, new RunQuery(query.flow(), query.status(), tags));
    }

    /**
     * The run that was started last, whatever its status.
     *
     * @throws NoSuchRunException if there is no run
     */
    public Run latest() {
        return newest(null).orElseThrow(() -> none("run"));
    }

    /**
     * The last started run that succeeded.
     *
     * @throws NoSuchRunException if there is no such run
     */
    public Run latestSuccessful() {
        return newest(RunStatus.SUCCEEDED).orElseThrow(() -> none("successful run"));
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
        return reader.list(query).map(this::run);
    }

    /** The runs, newest first, as a flow's own type shows them, for generated code. */
    public <R> List<R> all(Function<Run, R> type) {
        try (Stream<Run> runs = stream()) {
            return runs.map(type).toList();
        }
    }

    private Optional<Run> find(String id) {
        try {
            return reader.datastore()
                    .runs()
                    .find(new RunId(id))
                    .filter(record -> reader.names(flow()).contains(record.flow()))
                    .map(this::run);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no run has an id of another form
        }
    }

    /** Two are enough to tell that it is not clear which one is meant. */
    private Optional<Run> findByPart(String part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<RunRecord> runs = reader.datastore().runs().list(RunQuery.flow(flow()))) {
            List<RunRecord> matching = runs.filter(run -> run.id().value().startsWith(part)
                            || run.id().value().endsWith(part))
                    .limit(2)
                    .toList();
            if (matching.size() > 1) {
                throw new NoSuchRunException("`" + flow() + "/" + part + "` matches several runs, such as "
                        + matching.get(0).id() + " and " + matching.get(1).id() + ". Write more of the id.");
            }
            return matching.stream().findFirst().map(this::run);
        }
    }

    private Optional<Run> newest(@Nullable RunStatus status) {
        RunQuery wanted = new RunQuery(query.flow(), status, query.tags());
        try (Stream<RunRecord> runs = reader.list(wanted)) {
            return runs.findFirst().map(this::run);
        }
    }

    private Run run(RunRecord record) {
        return new Run(reader, record.flow(), record.id());
    }

    private NoSuchRunException none(String what) {
        String tags = query.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return new NoSuchRunException(
                "flow `" + flow() + "` has no " + what + (tags.isEmpty() ? "" : " with tag " + tags) + " in "
                        + reader.datastore().url() + ".");
    }
}
