package com.acme;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ModelSelection}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ModelSelectionProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ModelSelectionProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ModelSelectionRunner.DEFINITION;
    }
}
