package dev.cairn.samples.flights;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link FlightDelayFlow}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class FlightDelayFlowProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public FlightDelayFlowProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return FlightDelayFlowRunner.DEFINITION;
    }
}
