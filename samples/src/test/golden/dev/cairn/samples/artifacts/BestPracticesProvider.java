package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link BestPractices}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class BestPracticesProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public BestPracticesProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return BestPracticesRunner.DEFINITION;
    }
}
