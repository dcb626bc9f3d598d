package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;

import dev.cairn.codec.Codecs;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One flow for each thing that a graph can do. */
public final class FlowShapes {
    private static final Items NUMBERS = Items.iterable(Codecs.BOXED_INT);

    private FlowShapes() {}

    /** All of them. */
    public static Stream<FlowDefinition<?>> all() {
        return Stream.of(
                linearFlow(), splitFlow(), nestedForeach(), emptyForeach(), choice(), loop(), caught(), retried());
    }

    /** A foreach in a foreach: with one element, with none, and with three. */
    public static FlowDefinition<?> nested() {
        return nestedForeach();
    }

    private static FlowDefinition<?> linearFlow() {
        return Numbers.flow("Linear")
                .step(linear("start", "middle"), (flow, task) -> flow.text = "a")
                .step(linear("middle", "end"), (flow, task) -> flow.text += "b")
                .step(end("end"), (flow, task) -> flow.text += "c")
                .build();
    }

    private static FlowDefinition<?> splitFlow() {
        return Numbers.flow("Split")
                .step(split("start", "join", "left", "right", "join"), (flow, task) -> flow.value = 7)
                .step(writing(linear("left", "join"), "text"), (flow, task) -> flow.text = "left")
                .step(writing(linear("right", "more"), "count"), (flow, task) -> flow.count = 3)
                .step(writing(linear("more", "join"), "count"), (flow, task) -> flow.count += 4)
                .step(writing(linear("join", "end").join(), "results"), (flow, task) -> {
                    task.inputs().mergeInto(flow, Merge.all());
                    flow.results = List.of(flow.value, (long) flow.count);
                })
                .step(end("end"), (flow, task) -> flow.text += " and " + flow.results)
                .build();
    }

    private static FlowDefinition<?> nestedForeach() {
        return Numbers.flow("Nested")
                .step(
                        foreach("start", "join", "numbers", NUMBERS, "outer"),
                        (flow, task) -> flow.numbers = List.of(1, 0, 3))
                .step(
                        foreach("outer", "gather", "inner", NUMBERS, "work"),
                        (flow, task) -> flow.inner = IntStream.range(0, task.<Integer>item("numbers"))
                                .boxed()
                                .toList())
                .step(
                        linear("work", "gather"),
                        (flow, task) -> flow.value = 10L * task.<Integer>item("numbers") + task.<Integer>item("inner"))
                .step(
                        linear("gather", "join").join(),
                        (flow, task) -> flow.value = IntStream.range(
                                        0, task.inputs().size())
                                .mapToLong(i -> (Long) task.inputs().get(i).value("value"))
                                .sum())
                .step(
                        end("join").join(),
                        (flow, task) -> flow.results = IntStream.range(
                                        0, task.inputs().size())
                                .mapToObj(i -> (Long) task.inputs().get(i).value("value"))
                                .toList())
                .build();
    }

    private static FlowDefinition<?> emptyForeach() {
        return Numbers.flow("Empty")
                .step(foreach("start", "join", "numbers", NUMBERS, "work"), (flow, task) -> {
                    flow.numbers = List.of();
                    flow.text = "nothing to do";
                })
                .step(linear("work", "join"), (flow, task) -> flow.value = 1)
                .step(end("join").join(), (flow, task) -> task.inputs().mergeInto(flow, Merge.all()))
                .build();
    }

    private static FlowDefinition<?> choice() {
        return Numbers.flow("Choice")
                .step(foreach("start", "join", "count", Items.range(), "look"), (flow, task) -> flow.count = 4)
                .step(
                        switchOn("look", "text").when("even", "half").otherwise("join"),
                        (flow, task) -> flow.text = task.index("count") % 2 == 0 ? "even" : "odd")
                .step(linear("half", "join"), (flow, task) -> flow.value = task.index("count") / 2)
                .step(
                        end("join").join(),
                        (flow, task) -> flow.results = IntStream.range(
                                        0, task.inputs().size())
                                .mapToObj(i -> (Long) task.inputs().get(i).value("value"))
                                .toList())
                .build();
    }

    private static FlowDefinition<?> loop() {
        return Numbers.flow("Loop")
                .step(linear("start", "body"), (flow, task) -> flow.value = 1)
                .step(linear("body", "check"), (flow, task) -> flow.value *= 3)
                .step(
                        switchOn("check", "count").when("1", "body").otherwise("end"),
                        (flow, task) -> flow.count = flow.value < 200 ? 1 : 0)
                .step(
                        end("end"),
                        (flow, task) -> flow.text = "3^" + task.context().iteration())
                .build();
    }

    private static FlowDefinition<?> caught() {
        return Numbers.flow("Caught")
                .step(linear("start", "end").caughtIn("failure").retry(Retries.of(1)), (flow, task) -> {
                    flow.text = "attempt " + task.context().attempt();
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (flow, task) -> flow.text += ": " + flow.failure.message())
                .build();
    }

    private static FlowDefinition<?> retried() {
        Retries retries = Retries.of(2).delay(Duration.ofMillis(1));
        return Numbers.flow("Retried")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 3)
                .step(linear("work", "join").retry(retries), (flow, task) -> {
                    flow.value = 10L * task.index("count") + task.context().attempt();
                    if (task.context().attempt() < task.index("count")) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .step(
                        end("join").join(),
                        (flow, task) -> flow.results = IntStream.range(
                                        0, task.inputs().size())
                                .mapToObj(i -> (Long) task.inputs().get(i).value("value"))
                                .toList())
                .build();
    }

    private static StepDefinition writing(StepDefinition step, String artifact) {
        return step.access(Access.nothing().reads("count", "value").mustAssign(artifact));
    }
}
