package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Checkpointing}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CheckpointingProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public CheckpointingProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return CheckpointingRunner.DEFINITION;
    }
}
