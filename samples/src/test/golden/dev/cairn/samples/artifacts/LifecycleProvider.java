package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Lifecycle}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class LifecycleProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public LifecycleProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return LifecycleRunner.DEFINITION;
    }
}
