package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link SelectiveMerging}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class SelectiveMergingProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public SelectiveMergingProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return SelectiveMergingRunner.DEFINITION;
    }
}
