package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;

/**
 * Lets launchers find a flow with {@link java.util.ServiceLoader}. Generated code has one implementation per flow. Implementations are
 * thread-safe.
 */
public interface FlowProvider {
    /** {@return the flow} */
    FlowDefinition<?> definition();
}
