package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Runs or resumes a flow of two short tasks for each element of a list, and writes what it does as each step runs. */
final class ResumedProcess {
    private ResumedProcess() {}

    /** The flow class. */
    static final class State {
        List<Integer> elements = List.of();
        long value;
    }

    /** Arguments: URL of the datastore, the elements with commas and, to resume a run, its id. */
    public static void main(String[] arguments) {
        List<Integer> elements =
                Arrays.stream(arguments[1].split(",")).map(Integer::valueOf).toList();
        try (Datastore datastore = Datastore.of(arguments[0])) {
            TestRun<State> run = run(datastore, elements, System.out::println);
            if (arguments.length == 2) {
                run.run();
            } else {
                run.resume(arguments[2]);
            }
        }
    }

    /** What {@link #main} reads as elements. */
    static String text(List<Integer> elements) {
        return elements.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** A run of the flow, which says the id of the run first, then of each task the step, and the element, as its step runs. */
    static TestRun<State> run(Datastore datastore, List<Integer> elements, Consumer<String> executed) {
        TestFlow.Builder<State> flow = TestFlow.of("Killed", State.class, State::new)
                .field(
                        ArtifactDefinition.parameter("elements", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        each -> each.elements,
                        (each, value) -> each.elements = value)
                .artifact("value", "long", Codecs.LONG, each -> each.value, (each, value) -> each.value = value);
        Access work = Access.nothing().reads("value").mustAssign("value");
        step(
                flow,
                executed,
                foreach("start", "join", "elements", Items.iterable(Codecs.BOXED_INT), "first")
                        .access(Access.nothing().mustAssign("value")),
                (each, task) -> each.value = 1);
        step(
                flow,
                executed,
                linear("first", "second").access(work),
                (each, task) -> each.value = Computation.mix(each.value, element(task)));
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
                .parameter("elements", elements)
                .code(Map.of("start", "1", "first", "1", "second", "1", "join", "1", "end", "1"))
                .onStart(run -> executed.accept(run.id().toString()));
    }

    private static int element(TaskArguments task) {
        return task.item("elements");
    }

    private static void step(
            TestFlow.Builder<State> flow, Consumer<String> executed, StepDefinition step, TestFlow.Body<State> body) {
        flow.step(step, (each, task) -> {
            boolean inBranch = !task.context().foreachStack().isEmpty();
            executed.accept(step.name() + (inBranch ? " of " + element(task) : ""));
            body.call(each, task);
        });
    }
}
