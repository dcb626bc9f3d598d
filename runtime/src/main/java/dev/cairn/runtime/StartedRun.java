package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;

/**
 * Where a run is kept, and the code that it ran. Immutable.
 *
 * @param definition the flow
 * @param datastore where the run is stored
 * @param id the id of the run
 */
public record StartedRun(FlowDefinition<?> definition, Datastore datastore, RunId id) {}
