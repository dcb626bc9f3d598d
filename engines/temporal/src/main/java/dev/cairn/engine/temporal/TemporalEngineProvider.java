package dev.cairn.engine.temporal;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.EngineProvider;
import dev.cairn.engine.EngineWorker;
import dev.cairn.engine.RemoteEngine;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;

/** Connects to {@code temporal://host:7233/namespace/queue}. */
public final class TemporalEngineProvider implements EngineProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public TemporalEngineProvider() {}

    @Override
    public String scheme() {
        return "temporal";
    }

    @Override
    public RemoteEngine open(String url) {
        return new TemporalEngine(TemporalAddress.parse(url), Limits.STANDARD);
    }

    @Override
    public EngineWorker newWorker(String url, List<FlowDefinition<?>> flows, Datastore datastore, int workers) {
        TemporalAddress address = TemporalAddress.parse(url);
        return TemporalWorker.of(address.target(), address.namespace(), address.taskQueue(), flows, datastore, workers);
    }
}
