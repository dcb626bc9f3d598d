package dev.cairn.engine.resume;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.engine.values.KnownSchemas;
import dev.cairn.engine.values.LargeArtifacts;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What tasks leave that succeeded, in the artifact in which their step catches its failures since: null, as if it had always done so. For
 * one thread.
 */
final class FirstCatch {
    private final FlowDefinition<?> definition;
    private final Datastore datastore;
    private final Instant now;
    private final Map<String, ArtifactRef> known = new HashMap<>();

    FirstCatch(FlowDefinition<?> definition, Datastore datastore, Instant now) {
        this.definition = definition;
        this.datastore = datastore;
        this.now = now;
    }

    /** The version of an artifact that holds null. */
    ArtifactRef noFailure(String artifact) {
        return known.computeIfAbsent(artifact, name -> store(definition.artifact(name)));
    }

    private ArtifactRef store(ArtifactDefinition artifact) {
        ArtifactWriter writer = new ArtifactWriter(
                new ArtifactLoader(datastore), new KnownSchemas(), now, new LargeArtifacts(Long.MAX_VALUE, line -> {}));
        ArtifactRef ref = writer.write(artifact, null, false);
        writer.blobs().values().forEach(datastore.blobs()::put);
        return ref;
    }
}
