package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link AccessingArtifacts}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class AccessingArtifactsProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public AccessingArtifactsProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return AccessingArtifactsRunner.DEFINITION;
    }
}
