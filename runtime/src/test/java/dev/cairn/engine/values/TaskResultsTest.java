package dev.cairn.engine.values;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which artifacts exist after a task, and in which version. */
class TaskResultsTest {
    private static final Access NOTHING = Access.nothing();

    @Test
    void whatTheStepDefinitelyAssignsIsStoredEvenIfNull() {
        Run run = run(NOTHING.mustAssign("text", "value"), (flow, task) -> {}, NOTHING, (flow, task) -> {});

        assertThat(run.step("start").task().artifact("text").value()).isNull();
        assertThat(run.step("start").task().artifact("value").value()).isEqualTo(0L);
    }

    @Test
    void whatTheStepMayAssignIsStoredUnlessItIsStillNull() {
        Run run = run(
                NOTHING.mayAssign("text", "numbers", "value"),
                (flow, task) -> flow.text = "assigned",
                NOTHING,
                (flow, task) -> {});

        Task start = run.step("start").task();
        assertThat(start.artifact("text").value()).isEqualTo("assigned");
        assertThat(start.has("numbers")).isFalse();
        assertThat(start.artifact("value").value()).isEqualTo(0L);
    }

    @Test
    void whatTheStepDoesNotTouchPassesOnByReference() {
        Run run = run(
                NOTHING.mustAssign("text"),
                (flow, task) -> flow.text = "kept",
                NOTHING,
                (flow, task) -> flow.text = "unseen");

        DataArtifact first = run.step("start").task().artifact("text");
        DataArtifact second = run.step("end").task().artifact("text");
        assertThat(second.value()).isEqualTo("kept");
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
    }

    @Test
    void whatTheStepDoesNotReadIsNotLoaded() {
        List<Object> seen = new ArrayList<>();
        run(
                NOTHING.mustAssign("text", "numbers"),
                (flow, task) -> {
                    flow.text = "a";
                    flow.numbers = List.of(1);
                },
                NOTHING.reads("text"),
                (flow, task) -> seen.addAll(Arrays.asList(flow.text, flow.numbers)));

        assertThat(seen).containsExactly("a", null);
    }

    @Test
    void readingMakesNoNewVersion() {
        Run run = run(
                NOTHING.mustAssign("numbers"),
                (flow, task) -> flow.numbers = List.of(1, 2),
                NOTHING.reads("numbers"),
                (flow, task) -> flow.numbers.size());

        assertThat(run.step("end").task().artifact("numbers").createdAt())
                .isEqualTo(run.step("start").task().artifact("numbers").createdAt());
    }

    @Test
    void changeInPlaceIsStoredAndLeavesTheVersionFromBeforeAlone() {
        Run run = run(
                NOTHING.mustAssign("numbers"),
                (flow, task) -> flow.numbers = List.of(1, 2),
                NOTHING.reads("numbers").mayChange("numbers"),
                (flow, task) -> flow.numbers.add(3));

        assertThat(run.step("start").task().artifact("numbers").value()).isEqualTo(List.of(1, 2));
        assertThat(run.step("end").task().artifact("numbers").value()).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void whatTheStepMayChangeButDoesNotMakesNoNewVersion() {
        Run run = run(
                NOTHING.mustAssign("numbers"),
                (flow, task) -> flow.numbers = List.of(1, 2),
                NOTHING.reads("numbers").mayChange("numbers"),
                (flow, task) -> flow.numbers.size());

        assertThat(run.step("end").task().artifact("numbers").createdAt())
                .isEqualTo(run.step("start").task().artifact("numbers").createdAt());
    }

    @Test
    void whatIsReplacedByAnEqualValueMakesNoNewVersion() {
        Run run = run(
                NOTHING.mustAssign("numbers"),
                (flow, task) -> flow.numbers = List.of(1, 2),
                NOTHING.mayAssign("numbers"),
                (flow, task) -> flow.numbers = List.of(1, 2));

        assertThat(run.step("end").task().artifact("numbers").createdAt())
                .isEqualTo(run.step("start").task().artifact("numbers").createdAt());
    }

    @Test
    void whatMayBeAssignedIsLoadedSoThatItKeepsItsValue() {
        Run run = run(
                NOTHING.mustAssign("text", "value"),
                (flow, task) -> {
                    flow.text = "before";
                    flow.value = 1;
                },
                NOTHING.mayAssign("text", "value"),
                (flow, task) -> flow.value = 2);

        Task end = run.step("end").task();
        assertThat(end.artifact("text").value()).isEqualTo("before");
        assertThat(end.artifact("value").value()).isEqualTo(2L);
    }

    @Test
    void mayBeAssignedNullAfterAValue() {
        Run run = run(
                NOTHING.mustAssign("text"),
                (flow, task) -> flow.text = "before",
                NOTHING.mayAssign("text"),
                (flow, task) -> flow.text = null);

        assertThat(run.step("end").task().has("text")).isTrue();
        assertThat(run.step("end").task().artifact("text").value()).isNull();
    }

    @Test
    void withoutAnalysisAbsentReferencesAreStoredIfNotNullAndPrimitivesAsTheyStand() {
        Run run = run(Access.everything(), (flow, task) -> flow.text = "a", Access.everything(), (flow, task) -> {});

        Task start = run.step("start").task();
        assertThat(start.artifacts().stream().map(DataArtifact::name)).containsExactly("count", "value", "text");
        assertThat(start.artifact("count").value()).isEqualTo(0);
        assertThat(refs(start).get("count").presumed()).isTrue();
    }

    @Test
    void largeValueIsStoredAsABlobAndUnchangedOneIsNotStoredAgain() {
        List<Integer> large = Collections.nCopies(100_000, 123_456_789);
        Run run = run(
                NOTHING.mustAssign("numbers"),
                (flow, task) -> flow.numbers = large,
                NOTHING.reads("numbers").mayChange("numbers"),
                (flow, task) -> flow.numbers.size());

        Task end = run.step("end").task();
        assertThat(end.artifact("numbers").value()).isEqualTo(large);
        assertThat(end.artifact("numbers").createdAt())
                .isEqualTo(run.step("start").task().artifact("numbers").createdAt());
        assertThat(end.artifact("numbers").size()).isGreaterThan(ArtifactWriter.LARGEST_IN_MEMORY);
        assertThat(refs(end).get("numbers").inline()).isNull();
    }

    /** A flow with a field that has an initialiser. */
    static final class Initialised {
        List<String> notes = new ArrayList<>(List.of("first"));
        String parameter = "default";
        final int constant = 42;
    }

    @Test
    void fieldWithInitialiserIsAnArtifactFromTheStartOn() {
        Run run = TestRun.run(initialised(
                linear("start", "end").access(NOTHING),
                (flow, task) -> {},
                end("end").access(NOTHING),
                (flow, task) -> {}));

        assertThat(run.step("end").task().artifact("notes").value()).isEqualTo(List.of("first"));
    }

    @Test
    void parametersAndConstantsAreStoredOncePerRun() {
        Run run = TestRun.of(initialised(
                        linear("start", "end").access(NOTHING.reads("parameter")),
                        (flow, task) -> flow.notes = List.of(flow.parameter),
                        end("end"),
                        (flow, task) -> {}))
                .parameter("parameter", "given")
                .run();

        assertThat(run.artifact("parameter").value()).isEqualTo("given");
        assertThat(run.artifact("constant").value()).isEqualTo(42);
        assertThat(run.step("end").task().artifact("parameter").value()).isEqualTo("given");
        assertThat(refs(run.step("end").task())).containsOnlyKeys("notes");
    }

    @Test
    void parameterThatIsNotGivenHasItsInitialValue() {
        Run run = TestRun.run(initialised(linear("start", "end"), (flow, task) -> {}, end("end"), (flow, task) -> {}));

        assertThat(run.artifact("parameter").value()).isEqualTo("default");
    }

    private static TestFlow<Initialised> initialised(
            StepDefinition first, Body<Initialised> firstBody, StepDefinition second, Body<Initialised> secondBody) {
        return TestFlow.of("Initialised", Initialised.class, Initialised::new)
                .field(
                        ArtifactDefinition.artifact("notes", "List<String>", Codecs.list(Codecs.STRING))
                                .initialised(),
                        flow -> flow.notes,
                        (flow, value) -> flow.notes = value)
                .field(
                        ArtifactDefinition.parameter("parameter", "String", Codecs.STRING),
                        flow -> flow.parameter,
                        (flow, value) -> flow.parameter = value)
                .<Integer>field(
                        ArtifactDefinition.constant("constant", "int", Codecs.INT),
                        flow -> flow.constant,
                        (flow, value) -> {
                            throw new AssertionError("constants are never set");
                        })
                .step(first, firstBody)
                .step(second, secondBody)
                .build();
    }

    @Test
    void valueThatCannotBeStoredFailsTheTask() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.run(TestFlow.of("Open", Holder.class, Holder::new)
                        .artifact(
                                "thing",
                                "Object",
                                Codecs.any(),
                                flow -> flow.thing,
                                (flow, value) -> flow.thing = value)
                        .step(end("start"), (flow, task) -> flow.thing = new Thread())
                        .build()));

        assertThat(failure.getCause()).hasMessageStartingWith("thing: ").hasMessageContaining("java.lang.Thread");
    }

    /** A flow with an open field. */
    static final class Holder {
        Object thing;
    }

    @Test
    void valueThatNoLongerFitsItsFieldIsNamed() {
        Run run = run(NOTHING.mustAssign("text"), (flow, task) -> flow.text = "no number", NOTHING, (flow, task) -> {});
        TestFlow<Holder> changed = TestFlow.of("Results", Holder.class, Holder::new)
                .artifact("text", "int", Codecs.INT, flow -> 0, (flow, value) -> {})
                .step(linear("start", "end"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> {})
                .build();

        UnreadableArtifactException failure = catchThrowableOfType(
                UnreadableArtifactException.class,
                () -> Cairn.open(run.step("start").task().taskArtifacts().datastore(), changed)
                        .run(run.pathspec())
                        .step("start")
                        .task()
                        .artifact("text")
                        .value());

        assertThat(failure)
                .hasMessageStartingWith("artifact `text` of task " + run.pathspec() + "/start cannot be read: ");
    }

    private static Map<String, ArtifactRef> refs(Task task) {
        return task.taskArtifacts().record().orElseThrow().artifacts();
    }

    private static Run run(Access first, Body<Numbers> firstBody, Access second, Body<Numbers> secondBody) {
        return TestRun.run(Numbers.flow("Results")
                .step(linear("start", "end").access(first), firstBody)
                .step(end("end").access(second), secondBody)
                .build());
    }
}
