package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link PrivateArtifacts}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class PrivateArtifactsProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public PrivateArtifactsProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return PrivateArtifactsRunner.DEFINITION;
    }
}
