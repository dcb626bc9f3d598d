package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;

/**
 * Connects to the engines of one URL scheme, such as {@code temporal}. Found with {@link java.util.ServiceLoader}. Implementations are
 * thread-safe.
 */
public interface EngineProvider {
    /** {@return the scheme without the colon} */
    String scheme();

    /**
     * The engine at a URL. It need not be reachable yet.
     *
     * @param url the whole URL
     * @return the engine, which needs no closing
     * @throws UnknownEngineException if the URL cannot be that of an engine
     */
    RemoteEngine open(String url);

    /**
     * A worker that executes tasks for the engine at a URL. It begins when it is started.
     *
     * @param url the whole URL
     * @param flows the flows whose tasks it executes
     * @param datastore where their runs are stored
     * @param workers how many tasks it executes at once
     * @return the worker, which the caller starts and closes
     * @throws UnknownEngineException if the URL cannot be that of an engine
     */
    EngineWorker newWorker(String url, List<FlowDefinition<?>> flows, Datastore datastore, int workers);
}
