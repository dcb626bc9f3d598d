package dev.cairn.benchmarks.store;

import dev.cairn.engine.RunBuilder;
import dev.cairn.runtime.definition.FlowDefinition;

/** A run of a flow that is known only while the benchmark runs. */
final class FlowRun<F> extends RunBuilder<F, FlowRun<F>> {
    FlowRun(FlowDefinition<F> definition) {
        super(definition);
    }

    void run() {
        execute();
    }
}
