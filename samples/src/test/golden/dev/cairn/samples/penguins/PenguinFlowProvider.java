package dev.cairn.samples.penguins;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link PenguinFlow}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PenguinFlowProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public PenguinFlowProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return PenguinFlowRunner.DEFINITION;
    }
}
