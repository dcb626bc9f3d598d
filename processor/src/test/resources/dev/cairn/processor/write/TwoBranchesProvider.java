package com.acme;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link TwoBranches}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class TwoBranchesProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public TwoBranchesProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return TwoBranchesRunner.DEFINITION;
    }
}
