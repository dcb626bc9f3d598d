package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ArtifactCollections}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactCollectionsProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ArtifactCollectionsProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ArtifactCollectionsRunner.DEFINITION;
    }
}
