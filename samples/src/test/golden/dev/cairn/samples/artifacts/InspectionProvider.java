package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Inspection}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InspectionProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public InspectionProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return InspectionRunner.DEFINITION;
    }
}
