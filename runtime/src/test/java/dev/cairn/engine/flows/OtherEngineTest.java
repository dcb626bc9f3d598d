package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.runtime.FlowFailedException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine of somebody else's leaves what the local engine leaves, bit for bit. */
class OtherEngineTest {
    private static final Items NUMBERS = Items.iterable(Codecs.BOXED_INT);

    static Stream<FlowDefinition<?>> flows() {
        return Stream.of(
                linearFlow(), splitFlow(), nestedForeach(), emptyForeach(), choice(), loop(), caught(), retried());
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void leavesTheSameRecords(FlowDefinition<?> flow) {
        for (int seed = 0; seed < 10; seed++) {
            assertSameRecords(flow, Datastore.inMemory(), seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesTheSameRecordsOfRandomFlows(int seed) {
        assertSameRecords(randomFlow(seed), Datastore.inMemory(), seed);
    }

    static FlowDefinition<?> randomFlow(int seed) {
        return new RandomFlow(seed, 1 + seed / 5).definition();
    }

    static void assertSameRecords(FlowDefinition<?> flow, Datastore datastore, int seed) {
        Run local = TestRun.of(flow).datastore(datastore).maxWorkers(2).run();
        Run other = TestRun.of(flow)
                .datastore(datastore)
                .engine(new OneByOneEngine(seed))
                .run();

        assertThat(other.successful()).isTrue();
        assertThat(RecordText.of(datastore, other.id()))
                .as("seed %s", seed)
                .isEqualTo(RecordText.of(datastore, local.id()))
                .isNotEmpty();
    }

    /** Or else the comparison would say little. */
    @Test
    void itForgetsEverythingAgainAndAgain() {
        OneByOneEngine engine = new OneByOneEngine(1);

        TestRun.of(nestedForeach()).engine(engine).run();

        assertThat(engine.forgotten()).isEqualTo(4); // of 12 tasks
    }

    @Test
    void failureIsKnownByItsRecord() {
        Datastore datastore = Datastore.inMemory();
        FlowDefinition<Numbers> flow = Numbers.flow("Broken")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 1)
                .step(linear("work", "join").retry(Retries.of(2)), (each, task) -> {
                    throw new IllegalStateException(
                            "no data in attempt " + task.context().attempt());
                })
                .step(end("join").join(), (each, task) -> {})
                .build();

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow)
                        .datastore(datastore)
                        .engine(new OneByOneEngine(7))
                        .run());

        String run = Cairn.open(datastore).flow("Broken").latest().id();
        assertThat(failure)
                .hasMessage("task Broken/" + run + "/work/0 failed: dev.cairn.engine.RecordedFailureException: "
                        + "java.lang.IllegalStateException: no data in attempt 2");
        assertThat(failure.getCause().getStackTrace()).isEmpty();
        FailureRecord recorded = ((RecordedFailureException) failure.getCause()).recorded();
        assertThat(recorded.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(recorded.message()).isEqualTo("no data in attempt 2");
        assertThat(recorded.stackTrace()).contains("at " + OtherEngineTest.class.getName());
        RunRecord record = datastore.runs().find(new RunId(run)).orElseThrow();
        assertThat(record.status()).isEqualTo(RunStatus.FAILED);
        assertThat(record.failedTask()).isEqualTo(TaskId.parse("work/0"));
        assertThat(record.failure()).isEqualTo(recorded);
        assertThat(RecordText.of(datastore, run)).hasSize(4);
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
