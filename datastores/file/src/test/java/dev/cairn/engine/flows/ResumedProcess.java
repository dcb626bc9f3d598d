package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs or resumes a flow of many short tasks, and writes the id of each as its step runs. */
final class ResumedProcess {
    static final int ITEMS = 300;

    private ResumedProcess() {}

    /** Arguments: URL of the datastore and, to resume a run, its id. */
    public static void main(String[] arguments) {
        try (Datastore datastore = Datastore.of(arguments[0])) {
            TestRun<Numbers> run = run(datastore, System.out::println);
            if (arguments.length == 1) {
                run.run();
            } else {
                run.resume(arguments[1]);
            }
        }
    }

    /** A run of the flow, which says the id of the run first, then that of each task as its step runs. */
    static TestRun<Numbers> run(Datastore datastore, Consumer<String> executed) {
        TestFlow.Builder<Numbers> flow = Numbers.flow("Killed");
        Access work = Access.nothing().reads("value").mustAssign("value");
        step(
                flow,
                executed,
                foreach("start", "join", "count", Items.range(), "first")
                        .access(Access.nothing().mustAssign("count", "value")),
                (each, task) -> {
                    each.count = ITEMS;
                    each.value = 1;
                });
        step(
                flow,
                executed,
                linear("first", "second").access(work),
                (each, task) -> each.value = Computation.mix(each.value, task.index("count")));
        step(
                flow,
                executed,
                linear("second", "join").access(work),
                (each, task) -> each.value = Computation.mix(each.value, 2));
        step(
                flow,
                executed,
                linear("join", "end").join().access(Access.nothing().mustAssign("value")),
                (each, task) -> each.value = Computation.fold(
                        3,
                        LongStream.range(0, task.inputs().size())
                                .mapToObj(i -> (Long) task.inputs().get((int) i).value("value"))
                                .toList()));
        step(flow, executed, end("end").access(work), (each, task) -> each.value = Computation.mix(each.value, 4));
        return TestRun.of(flow.build())
                .datastore(datastore)
                .maxWorkers(4)
                .outputListener((path, line) -> {})
                .code(Map.of("start", "1", "first", "1", "second", "1", "join", "1", "end", "1"))
                .onStart(run -> executed.accept(run.id().toString()));
    }

    private static void step(
            TestFlow.Builder<Numbers> flow,
            Consumer<String> executed,
            StepDefinition step,
            TestFlow.Body<Numbers> body) {
        flow.step(step, (each, task) -> {
            executed.accept(task.context().taskId());
            body.call(each, task);
        });
    }
}
