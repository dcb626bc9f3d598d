package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.ItemIndexes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all client objects of one datastore share. Thread-safe. */
final class RunReader {
    private static final int NAMED_RUNS = 3;

    private final ArtifactLoader loader;
    private final ItemIndexes itemIndexes;
    private final FlowDefinitions definitions;
    private final Clock clock;

    RunReader(Datastore datastore, FlowDefinitions definitions) {
        this(datastore, definitions, Clock.systemUTC());
    }

    RunReader(Datastore datastore, FlowDefinitions definitions, Clock clock) {
        this.loader = new ArtifactLoader(datastore);
        this.itemIndexes = new ItemIndexes(loader);
        this.definitions = definitions;
        this.clock = clock;
    }

    /** The time now, by which it is told whether a run is still alive. */
    Instant now() {
        return clock.instant();
    }

    Datastore datastore() {
        return loader.datastore();
    }

    ArtifactLoader loader() {
        return loader;
    }

    /** The elements of foreaches. */
    ItemIndexes itemIndexes() {
        return itemIndexes;
    }

    Optional<FlowDefinition<?>> definition(String flow) {
        return definitions.find(flow);
    }

    /** The names under which the runs of a flow are stored: its own, and those that it had before, where its code is at hand. */
    List<String> names(String flow) {
        List<String> names = new ArrayList<>(List.of(flow));
        definitions
                .find(flow)
                .filter(definition -> definition.name().equals(flow))
                .ifPresent(definition -> names.addAll(definition.formerNames()));
        return List.copyOf(new LinkedHashSet<>(names));
    }

    /** Runs, newest first; those of a flow also where they are stored under a former name. Lazy; to be closed. */
    Stream<RunRecord> list(@Nullable String flow, RunFilter filter) {
        Stream<RunRecord> records = flow == null
                ? datastore().runs().list(filter.query(null))
                : NewestFirst.of(names(flow).stream()
                        .map(name -> datastore().runs().list(filter.query(name)))
                        .toList());
        Instant now = now();
        ParameterMatch parameters = new ParameterMatch(this, filter.parameters());
        return records.filter(record -> filter.matches(RunState.of(record, now, Optional::empty)))
                .filter(parameters::matches);
    }

    /** The run with this whole id; empty if there is none, or if this is not an id. */
    Optional<RunRecord> find(String id) {
        try {
            return datastore().runs().find(new RunId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no run has an id of another form
        }
    }

    /** {@code " The newest runs of ModelSelection are ..."}, or that there is none. */
    String newestRuns(String flow) {
        List<String> newest;
        try (Stream<RunRecord> runs = list(flow, RunFilter.all())) {
            newest = runs.limit(NAMED_RUNS).map(run -> run.id().toString()).toList();
        }
        return newest.isEmpty()
                ? " It has no run of flow `" + flow + "`."
                : " The newest runs of flow `" + flow + "`: " + String.join(", ", newest) + ".";
    }
}
