package dev.cairn.engine.local;

import static dev.cairn.engine.flows.TestRun.run;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the ways of a switch exactly one is taken. */
class SwitchTest {
    /** The text of a constant is not its name. */
    enum Mode {
        FAST,
        SLOW {
            @Override
            public String toString() {
                return "as slow as it gets";
            }
        }
    }

    /** A flow class with one artifact. */
    static final class State<T> {
        @Nullable
        T value;
    }

    @ParameterizedTest
    @EnumSource
    void anEnumChoosesByTheNamesOfItsConstants(Mode mode) {
        StepDefinition choice = switchOn("start", "value").when("SLOW", "slow").when("FAST", "fast");

        Run run = run(oneOf(choice, Codecs.enumeration(Mode.class, Mode.values()), mode, "slow", "fast"));

        assertThat(run.step("fast").ran()).isEqualTo(mode == Mode.FAST);
        assertThat(run.step("slow").ran()).isEqualTo(mode == Mode.SLOW);
        assertThat(run.successful()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBoolean(boolean value) {
        StepDefinition choice = switchOn("start", "value").when("true", "yes").when("false", "no");

        Run run = run(oneOf(choice, Codecs.BOXED_BOOLEAN, value, "yes", "no"));

        assertThat(run.step("yes").ran()).isEqualTo(value);
        assertThat(run.step("no").ran()).isEqualTo(!value);
    }

    @ParameterizedTest
    @CsvSource({"-1, negative", "0, zero", "2147483647, other", "1, other"})
    void anInt(int value, String taken) {
        StepDefinition choice = switchOn("start", "value")
                .when("-1", "negative")
                .when("0", "zero")
                .otherwise("other");

        Run run = run(oneOf(choice, Codecs.BOXED_INT, value, "negative", "zero", "other"));

        assertThat(ran(run, "negative", "zero", "other")).containsExactly(taken);
    }

    @ParameterizedTest
    @CsvSource({"a, first", "A, other", "'', empty", "' a', other"})
    void aString(String value, String taken) {
        StepDefinition choice =
                switchOn("start", "value").when("a", "first").when("", "empty").otherwise("other");

        Run run = run(oneOf(choice, Codecs.STRING, value, "first", "empty", "other"));

        assertThat(ran(run, "first", "empty", "other")).containsExactly(taken);
    }

    @Test
    void severalCasesMayLeadTheSameWay() {
        StepDefinition choice = switchOn("start", "value")
                .when("1", "odd")
                .when("3", "odd")
                .when("2", "even")
                .otherwise("even");

        Run run = run(oneOf(choice, Codecs.BOXED_INT, 3, "odd", "even"));

        assertThat(ran(run, "odd", "even")).containsExactly("odd");
        assertThat(run.graph().step("start").next()).containsExactly("odd", "even");
    }

    @Test
    void theStoredValueChoosesNotTheLiveOne() {
        AtomicBoolean live = new AtomicBoolean();
        TestFlow<State<Boolean>> flow = TestFlow.of("Stored", SwitchTest.<Boolean>stateClass(), State<Boolean>::new)
                .artifact(
                        "value",
                        "Boolean",
                        Codecs.BOXED_BOOLEAN,
                        state -> live.getAndSet(true), // what is stored is false, what is read again is not
                        (state, value) -> state.value = value)
                .step(
                        switchOn("start", "value")
                                .when("true", "yes")
                                .when("false", "no")
                                .access(Access.nothing().mustAssign("value")),
                        (state, task) -> live.set(false))
                .step(linear("yes", "end"), (state, task) -> {})
                .step(linear("no", "end"), (state, task) -> {})
                .step(end("end"), (state, task) -> {})
                .build();

        assertThat(ran(run(flow), "yes", "no")).containsExactly("no");
    }

    @Test
    void waysThatRejoinGoOnWithWhatTheirOwnStepsAssigned() {
        Run run = run(Numbers.flow("Rejoin")
                .step(switchOn("start", "text").when("b", "long").otherwise("short"), (flow, task) -> {
                    flow.text = "b";
                    flow.value = 1;
                })
                .step(linear("long", "longer"), (flow, task) -> flow.value += 10)
                .step(linear("longer", "meet"), (flow, task) -> flow.value += 100)
                .step(linear("short", "meet"), (flow, task) -> flow.value = -1)
                .step(linear("meet", "end"), (flow, task) -> flow.value += 1000)
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(1111);
        assertThat(ids(run.step("meet").task().parents())).containsExactly("longer");
        assertThat(ids(run.step("start").task().children())).containsExactly("long");
        assertThat(run.step("start").task().artifact("_transition").value())
                .isEqualTo(Arrays.asList(List.of("long"), null));
        assertThat(run.graph().step("start").type()).isEqualTo("split-switch");
    }

    @Test
    void aJoinGetsWhatArrivedFromTheWayThatWasTaken() {
        Run run = run(Numbers.flow("InBranch")
                .step(split("start", "join", "choose", "other"), (flow, task) -> flow.value = 1)
                .step(
                        switchOn("choose", "count")
                                .when("0", "join")
                                .when("1", "more")
                                .otherwise("less"),
                        (flow, task) -> flow.count = 1)
                .step(linear("less", "join"), (flow, task) -> flow.value = -1)
                .step(linear("more", "join"), (flow, task) -> flow.value = 10)
                .step(linear("other", "join"), (flow, task) -> flow.value = 100)
                .step(
                        end("join").join(),
                        (flow, task) ->
                                flow.results = IntStream.range(0, task.inputs().size())
                                        .mapToObj(branch ->
                                                (Long) task.inputs().get(branch).value("value"))
                                        .toList())
                .build());

        assertThat(run.step("join").task().artifact("results").value()).isEqualTo(List.of(10L, 100L));
        assertThat(ids(run.step("join").task().parents())).containsExactly("more", "other");
        assertThat(ids(run.step("more").task().children())).containsExactly("join");
        assertThat(run.step("less").ran()).isFalse();
    }

    @Test
    void inAForeachEveryElementTakesItsOwnWay() {
        Run run = run(Numbers.flow("PerElement")
                .step(foreach("start", "join", "count", Items.range(), "choose"), (flow, task) -> flow.count = 6)
                .step(switchOn("choose", "text").when("even", "join").otherwise("halve"), (flow, task) -> {
                    flow.value = task.index("count");
                    flow.text = flow.value % 2 == 0 ? "even" : "odd";
                })
                .step(switchOn("halve", "text").when("odd", "join").otherwise("last"), (flow, task) -> {
                    flow.value *= 10;
                    flow.text = flow.value == 50 ? "fifty" : "odd";
                })
                .step(linear("last", "join"), (flow, task) -> flow.value += 1)
                .step(
                        end("join").join(),
                        (flow, task) ->
                                flow.results = IntStream.range(0, task.inputs().size())
                                        .mapToObj(element -> (Long)
                                                task.inputs().get(element).value("value"))
                                        .toList())
                .build());

        assertThat(run.step("join").task().artifact("results").value()).isEqualTo(List.of(0L, 10L, 2L, 30L, 4L, 51L));
        assertThat(ids(run.step("join").task().parents()))
                .containsExactly("choose/0", "halve/1", "choose/2", "halve/3", "choose/4", "last/5");
        assertThat(ids(run.step("choose").task(3).children())).containsExactly("halve/3");
        assertThat(ids(run.step("choose").task(4).children())).containsExactly("join");
    }

    @Test
    void aNullFailsTheTask() {
        StepDefinition choice =
                switchOn("start", "value").when("FAST", "a").when("SLOW", "b").when("OFF", "b");

        assertThat(failure(choice, Codecs.enumeration(Mode.class, Mode.values()), null, "a", "b"))
                .hasMessage(
                        "step `start` switches on `value`, which is null, but its cases are `FAST`, `SLOW` and `OFF`."
                                + " Assign a value to it.");
    }

    @Test
    void aNullIsNoOtherValue() {
        StepDefinition choice = switchOn("start", "value").when("a", "a").otherwise("b");

        assertThat(failure(choice, Codecs.STRING, null, "a", "b"))
                .hasMessage(
                        "step `start` switches on `value`, which is null, but its cases are `a` and any other value."
                                + " Assign a value to it.");
    }

    @Test
    void aValueWithoutACaseFailsTheTask() {
        StepDefinition choice = switchOn("start", "value").when("small", "a").when("large", "b");

        assertThat(failure(choice, Codecs.STRING, "medium\u001b[2J", "a", "b"))
                .hasMessage(
                        "step `start` switches on `value`, which is `medium\\u001b[2J`, but its cases are `small` and"
                                + " `large`. Add a case for it, or `otherwise`.");
    }

    @Test
    void aLongValueIsShownInPart() {
        StepDefinition choice = switchOn("start", "value").when("x", "a");

        assertThat(failure(choice, Codecs.STRING, "y".repeat(101), "a"))
                .hasMessage("step `start` switches on `value`, which is `" + "y".repeat(100)
                        + "...`, but its case is `x`. Add a case for it, or `otherwise`.");
    }

    @Test
    void anAbsentArtifactFailsTheTask() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> run(Numbers.flow("Absent")
                        .step(split("start", "join", "left", "right"), (flow, task) -> flow.text = "a")
                        .step(linear("left", "join"), (flow, task) -> {})
                        .step(linear("right", "join"), (flow, task) -> {})
                        .step(switchOn("join", "text").when("a", "end").join(), (flow, task) -> {})
                        .step(end("end"), (flow, task) -> {})
                        .build()));

        assertThat(failure.getCause())
                .isInstanceOf(SwitchException.class)
                .hasMessage("step `join` switches on `text`, which does not exist after the step."
                        + " Assign it there or before.");
    }

    @Test
    void whatTheStepAssignedIsKeptForInspection() {
        Datastore datastore = Datastore.inMemory();
        TestFlow<State<String>> flow = oneOf(switchOn("start", "value").when("x", "a"), Codecs.STRING, "z", "a");
        catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow).datastore(datastore).run());

        Run run = Cairn.open(datastore, flow).flow("OneOf").latest();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failedTask()).contains("start");
        assertThat(run.step("start").ran()).isFalse();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run.id()))) {
            assertThat(attempts.toList())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.artifacts()).containsOnlyKeys("value"))
                    .satisfies(attempt -> assertThat(attempt.next()).isEmpty());
        }
    }

    /** A flow whose first step assigns {@code value} and then takes one of some ways of one step. */
    private static <T> TestFlow<State<T>> oneOf(
            StepDefinition choice, ArtifactCodec<T> codec, @Nullable T value, String... ways) {
        TestFlow.Builder<State<T>> flow = TestFlow.of("OneOf", SwitchTest.<T>stateClass(), State<T>::new)
                .artifact("value", "T", codec, state -> state.value, (state, stored) -> state.value = stored)
                .step(choice.access(Access.nothing().mustAssign("value")), (state, task) -> state.value = value);
        for (String way : ways) {
            flow.step(linear(way, "end"), (state, task) -> {});
        }
        return flow.step(end("end"), (state, task) -> {}).build();
    }

    private static <T> Throwable failure(
            StepDefinition choice, ArtifactCodec<T> codec, @Nullable T value, String... ways) {
        FlowFailedException failure =
                catchThrowableOfType(FlowFailedException.class, () -> run(oneOf(choice, codec, value, ways)));
        assertThat(failure.taskPath()).endsWith("/start");
        assertThat(failure.getCause()).isExactlyInstanceOf(SwitchException.class);
        return failure.getCause();
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<State<T>> stateClass() {
        return (Class<State<T>>) (Class<?>) State.class;
    }

    private static List<String> ran(Run run, String... steps) {
        return Stream.of(steps).filter(step -> run.step(step).ran()).toList();
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
