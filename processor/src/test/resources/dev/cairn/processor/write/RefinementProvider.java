package com.acme;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Refinement}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class RefinementProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public RefinementProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return RefinementRunner.DEFINITION;
    }
}
