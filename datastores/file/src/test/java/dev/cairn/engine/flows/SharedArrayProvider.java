package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.Objects;
import java.util.stream.IntStream;

/** A flow that other processes find: its tasks share an array, which one of them changes against what is known of its code. */
public final class SharedArrayProvider implements FlowProvider {
    static final int TASKS = 3;
    private static final Access NOTHING = Access.nothing();

    private static final FlowDefinition<Numbers> FLOW = Numbers.flow("SharedArray")
            .step(
                    foreach("start", "join", "count", Items.range(), "work")
                            .access(NOTHING.mustAssign("count", "array")),
                    (flow, task) -> {
                        flow.count = TASKS;
                        flow.array = IntStream.range(0, 500_000).toArray();
                    })
            .step(linear("work", "join").access(NOTHING.reads("array").mustAssign("value")), (flow, task) -> {
                int[] array = Objects.requireNonNull(flow.array);
                flow.value = array[0];
                if (task.index("count") == 1) {
                    array[0] = 17;
                }
            })
            .step(linear("join", "end").join().access(NOTHING), (flow, task) -> {})
            .step(end("end").access(NOTHING), (flow, task) -> {})
            .build();

    @Override
    public FlowDefinition<?> definition() {
        return FLOW;
    }
}
