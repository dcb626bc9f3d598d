package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ArtifactPersistence}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ArtifactPersistenceProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ArtifactPersistenceProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ArtifactPersistenceRunner.DEFINITION;
    }
}
