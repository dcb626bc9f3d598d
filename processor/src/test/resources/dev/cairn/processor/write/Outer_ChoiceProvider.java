package com.acme;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link Outer.Choice}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class Outer_ChoiceProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Outer_ChoiceProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return Outer_ChoiceRunner.DEFINITION;
    }
}
