package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link MergeBehavior}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class MergeBehaviorProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public MergeBehaviorProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return MergeBehaviorRunner.DEFINITION;
    }
}
