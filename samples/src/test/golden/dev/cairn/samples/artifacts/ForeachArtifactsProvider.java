package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ForeachArtifacts}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ForeachArtifactsProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ForeachArtifactsProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ForeachArtifactsRunner.DEFINITION;
    }
}
