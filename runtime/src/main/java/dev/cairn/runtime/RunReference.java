package dev.cairn.runtime;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.runtime.definition.FlowDefinition;

/**
 * Identifies a stored run and the flow that it ran. Immutable.
 *
 * @param definition the flow
 * @param datastore where the run is stored
 * @param id the id of the run
 */
public record RunReference(FlowDefinition<?> definition, Datastore datastore, RunId id) {}
