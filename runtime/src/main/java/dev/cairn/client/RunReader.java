package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.ArtifactLoader;
import dev.cairn.runtime.FlowDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all client objects of one datastore share. Thread-safe. */
final class RunReader {
    private static final int NAMED_RUNS = 3;

    private final ArtifactLoader loader;
    private final FlowDefinitions definitions;
    private final Clock clock;

    RunReader(Datastore datastore, FlowDefinitions definitions) {
        this(datastore, definitions, Clock.systemUTC());
    }

    RunReader(Datastore datastore, FlowDefinitions definitions, Clock clock) {
        this.loader = new ArtifactLoader(datastore);
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

    Optional<FlowDefinition<?>> definition(String flow) {
        return definitions.find(flow);
    }

    /** {@code " The newest runs of ModelSelection are ..."}, or that there is none. */
    String newestRuns(String flow) {
        List<String> newest;
        try (Stream<RunRecord> runs = datastore().runs().list(RunQuery.flow(flow))) {
            newest = runs.limit(NAMED_RUNS).map(run -> run.id().toString()).toList();
        }
        return newest.isEmpty()
                ? " It has no run of flow `" + flow + "`."
                : " The newest of flow `" + flow + "`: " + String.join(", ", newest) + ".";
    }
}
