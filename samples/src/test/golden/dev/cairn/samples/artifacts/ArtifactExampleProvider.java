package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ArtifactExample}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactExampleProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ArtifactExampleProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ArtifactExampleRunner.DEFINITION;
    }
}
