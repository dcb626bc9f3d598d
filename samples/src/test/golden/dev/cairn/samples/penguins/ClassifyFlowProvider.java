package dev.cairn.samples.penguins;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ClassifyFlow}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ClassifyFlowProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ClassifyFlowProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ClassifyFlowRunner.DEFINITION;
    }
}
