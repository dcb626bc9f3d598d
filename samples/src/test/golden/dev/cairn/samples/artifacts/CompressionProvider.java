package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Compression}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class CompressionProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public CompressionProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return CompressionRunner.DEFINITION;
    }
}
