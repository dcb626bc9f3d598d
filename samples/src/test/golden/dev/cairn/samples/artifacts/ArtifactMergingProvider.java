package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ArtifactMerging}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactMergingProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ArtifactMergingProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ArtifactMergingRunner.DEFINITION;
    }
}
