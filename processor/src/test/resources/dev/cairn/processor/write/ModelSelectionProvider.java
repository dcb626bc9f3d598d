package com.acme;

import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.FlowProvider;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ModelSelection}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ModelSelectionProvider implements FlowProvider {
    /** For {@link ServiceLoader}. */
    public ModelSelectionProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ModelSelectionRunner.DEFINITION;
    }
}
