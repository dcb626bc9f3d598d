package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.FlowProvider;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Inspection}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InspectionProvider implements FlowProvider {
    /** For {@link ServiceLoader}. */
    public InspectionProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return InspectionRunner.DEFINITION;
    }
}
