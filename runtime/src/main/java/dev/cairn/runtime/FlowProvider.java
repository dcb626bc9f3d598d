package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;

/** Lets launchers find a flow. Generated code implements it, once per flow; found with {@link java.util.ServiceLoader}. */
public interface FlowProvider {
    /** The flow. */
    FlowDefinition<?> definition();
}
