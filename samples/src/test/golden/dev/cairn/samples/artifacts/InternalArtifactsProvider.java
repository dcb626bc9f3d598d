package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link InternalArtifacts}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class InternalArtifactsProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public InternalArtifactsProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return InternalArtifactsRunner.DEFINITION;
    }
}
