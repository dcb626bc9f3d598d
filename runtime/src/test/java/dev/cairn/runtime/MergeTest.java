package dev.cairn.runtime;

import static dev.cairn.runtime.Merge.all;
import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.Merge.only;
import static dev.cairn.runtime.StepDefinition.end;
import static dev.cairn.runtime.StepDefinition.foreach;
import static dev.cairn.runtime.StepDefinition.linear;
import static dev.cairn.runtime.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.Numbers.Name;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.engine.flows.TestRun;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code mergeInto} does in a run, rule by rule. */
class MergeTest {
    private static final Body<Numbers> NOTHING = (flow, task) -> {};

    @Test
    void whatTheBranchesAgreeOnIsMerged() {
        Task join = join(
                (flow, task) -> flow.text = "from start",
                (flow, task) -> flow.numbers = List.of(1, 2),
                (flow, task) -> flow.numbers = List.of(1, 2),
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertThat(join.artifact("text").value()).isEqualTo("from start");
        assertThat(join.artifact("numbers").value()).isEqualTo(List.of(1, 2));
    }

    @Test
    void mergedArtifactIsPassedOnByReference() {
        Task join = join(
                (flow, task) -> flow.text = "from start",
                NOTHING,
                NOTHING,
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        Task start = join.run().step("start").task();
        assertThat(join.artifact("text").sha()).isEqualTo(start.artifact("text").sha());
        assertThat(join.artifact("text").createdAt())
                .isEqualTo(start.artifact("text").createdAt());
    }

    @Test
    void withoutMergeNothingIsPassedOn() {
        Task join = join((flow, task) -> flow.text = "from start", NOTHING, NOTHING, NOTHING);

        assertThat(join.has("text")).isFalse();
    }

    @Test
    void whatOneBranchOnlyHasIsMerged() {
        Task join = join(
                NOTHING,
                (flow, task) -> flow.text = "left only",
                (flow, task) -> flow.numbers = List.of(3),
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertThat(join.artifact("text").value()).isEqualTo("left only");
        assertThat(join.artifact("numbers").value()).isEqualTo(List.of(3));
    }

    @Test
    void conflictNamesEachArtifactOnceWithBranchesAndAddresses() {
        FlowFailedException failure = failure(
                (flow, task) -> flow.words = new TreeSet<>(List.of("same")),
                (flow, task) -> {
                    flow.text = "left";
                    flow.numbers = List.of(1);
                },
                (flow, task) -> {
                    flow.text = "right";
                    flow.numbers = List.of(2);
                },
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        Run run = run(failure);
        assertThat(failure.getCause())
                .isExactlyInstanceOf(MergeConflictException.class)
                .hasMessage("join `join` cannot merge what its branches disagree on:\n"
                        + "  `numbers`: left has " + shortAddress(run, "left", "numbers") + ", right has "
                        + shortAddress(run, "right", "numbers") + "\n"
                        + "  `text`: left has " + shortAddress(run, "left", "text") + ", right has "
                        + shortAddress(run, "right", "text") + "\n"
                        + "Assign them before mergeInto(..), or leave them out with except(..).");
    }

    @Test
    void conflictOverManyElementsIsSummedUp() {
        Datastore datastore = Datastore.inMemory();
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(Numbers.flow("Many")
                                .step(
                                        foreach("start", "join", "count", Items.range(), "work"),
                                        (flow, task) -> flow.count = 20)
                                .step(
                                        linear("work", "join"),
                                        (flow, task) -> flow.text = "kind " + task.index("count") % 7 % 6)
                                .step(
                                        end("join").join(),
                                        (flow, task) -> task.inputs().mergeInto(flow, only(Name.TEXT)))
                                .build())
                        .datastore(datastore)
                        .run());

        Run run = Cairn.open(datastore).flow("Many").latest();
        assertThat(failure.getCause())
                .hasMessage("join `join` cannot merge what its branches disagree on:\n"
                        + "  `text`: work[0], work[6], work[7] and 2 more have " + shortAddress(run, "work[0]", "text")
                        + ", work[1], work[8] and work[15] have " + shortAddress(run, "work[1]", "text")
                        + ", work[2], work[9] and work[16] have " + shortAddress(run, "work[2]", "text")
                        + ", work[3], work[10] and work[17] have " + shortAddress(run, "work[3]", "text")
                        + ", and others have other values\n"
                        + "Assign it before mergeInto(..), or leave it out with except(..).");
    }

    @Test
    void onConflictNothingIsSet() {
        Task join = join(
                (flow, task) -> flow.numbers = List.of(1),
                (flow, task) -> flow.text = "left",
                (flow, task) -> flow.text = "right",
                (flow, task) -> {
                    catchThrowableOfType(
                            MergeConflictException.class, () -> task.inputs().mergeInto(flow, all()));
                    flow.value = flow.numbers == null ? 1 : 2;
                });

        assertThat(join.artifact("value").value()).isEqualTo(1L);
        assertThat(join.has("numbers")).isFalse();
        assertThat(join.has("text")).isFalse();
    }

    @Test
    void exceptLeavesOut() {
        Task join = join(
                (flow, task) -> flow.numbers = List.of(1),
                (flow, task) -> flow.text = "left",
                (flow, task) -> flow.text = "right",
                (flow, task) -> task.inputs().mergeInto(flow, except(Name.TEXT)));

        assertThat(join.artifact("numbers").value()).isEqualTo(List.of(1));
        assertThat(join.has("text")).isFalse();
    }

    @Test
    void onlySelects() {
        Task join = join(
                (flow, task) -> {
                    flow.numbers = List.of(1);
                    flow.inner = List.of(2);
                },
                NOTHING,
                NOTHING,
                (flow, task) -> task.inputs().mergeInto(flow, only(Name.INNER)));

        assertThat(join.artifact("inner").value()).isEqualTo(List.of(2));
        assertThat(join.has("numbers")).isFalse();
    }

    @Test
    void whatOnlyNamesHasToExist() {
        FlowFailedException failure = failure(
                NOTHING, NOTHING, NOTHING, (flow, task) -> task.inputs().mergeInto(flow, only(Name.TEXT, Name.INNER)));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(MergeConflictException.class)
                .hasMessage("join `join` cannot merge `inner`, `text`, which no branch has."
                        + " Assign them before mergeInto(..), or take them out of only(..).");
    }

    @Test
    void whatIsAlreadySetInTheJoinIsKept() {
        Task join =
                join(NOTHING, (flow, task) -> flow.text = "left", (flow, task) -> flow.text = "right", (flow, task) -> {
                    flow.text = "decided";
                    task.inputs().mergeInto(flow, all());
                });

        assertThat(join.artifact("text").value()).isEqualTo("decided");
    }

    @Test
    void whatOnlyNamesMayBeSetInTheJoinInstead() {
        Task join = join(NOTHING, NOTHING, NOTHING, (flow, task) -> {
            flow.text = "decided";
            task.inputs().mergeInto(flow, only(Name.TEXT));
        });

        assertThat(join.artifact("text").value()).isEqualTo("decided");
    }

    @Test
    void nullIsNotSet() {
        FlowFailedException failure = failure(
                NOTHING, (flow, task) -> flow.text = "left", (flow, task) -> flow.text = "right", (flow, task) -> {
                    flow.text = null;
                    task.inputs().mergeInto(flow, all());
                });

        assertThat(failure.getCause()).isExactlyInstanceOf(MergeConflictException.class);
    }

    @Test
    void primitiveWithItsDefaultIsSetIfTheStepAssignsItOnEveryWayToTheMerge() {
        Body<Numbers> assignZero = (flow, task) -> {
            flow.value = 0;
            task.inputs().mergeInto(flow, all());
        };
        Access certain = new Access(Set.of(), Set.of(), Set.of(), Set.of("value"), Set.of("value"), true);
        Run run = TestRun.run(splitFlow(
                NOTHING, (flow, task) -> flow.value = 1, (flow, task) -> flow.value = 2, assignZero, certain));

        assertThat(run.step("join").task().artifact("value").value()).isEqualTo(0L);
    }

    @Test
    void primitiveWithItsDefaultIsOtherwiseNotSet() {
        FlowFailedException failure =
                failure(NOTHING, (flow, task) -> flow.value = 1, (flow, task) -> flow.value = 2, (flow, task) -> {
                    flow.value = 0;
                    task.inputs().mergeInto(flow, all());
                });

        assertThat(failure.getCause()).isExactlyInstanceOf(MergeConflictException.class);
    }

    @Test
    void presumedValueYieldsToOneThatWasAssigned() {
        Task join = join(
                NOTHING,
                (flow, task) -> flow.value = 5,
                NOTHING,
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertThat(join.artifact("value").value()).isEqualTo(5L);
    }

    @Test
    void equalValuesWithDifferentAddressesAreNoConflict() {
        Task join = join(
                NOTHING,
                (flow, task) -> {
                    flow.words = new LinkedHashSet<>(List.of("a", "b"));
                    flow.prices = new HashMap<>(Map.of("tea", 3));
                },
                (flow, task) -> {
                    flow.words = new TreeSet<>(List.of("b", "a"));
                    flow.prices = new LinkedHashMap<>(Map.of("tea", 3));
                },
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        Run run = join.run();
        assertThat(run.step("left").task().artifact("words").sha())
                .isNotEqualTo(run.step("right").task().artifact("words").sha());
        assertThat(join.artifact("words").sha())
                .isEqualTo(run.step("left").task().artifact("words").sha());
        assertThat(join.artifact("prices").value()).isEqualTo(Map.of("tea", 3));
    }

    @Test
    void withoutInputsItPassesOnTheArtifactsOfTheSplitTask() {
        Run run = TestRun.run(Numbers.flow("Empty")
                .step(foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"), (flow, task) -> {
                    flow.numbers = List.of();
                    flow.text = "from start";
                })
                .step(linear("work", "join"), (flow, task) -> flow.text = "from work")
                .step(end("join").join(), (flow, task) -> {
                    task.inputs().mergeInto(flow, all());
                    flow.text += "!";
                })
                .build());

        assertThat(run.step("join").task().artifact("text").value()).isEqualTo("from start!");
        assertThat(run.step("join").task().artifact("numbers").value()).isEqualTo(List.of());
    }

    @Test
    void fieldsAreSetOnlyWhereTheStepMayReadThemLater() {
        Access readsText = Access.nothing().reads("text").mayAssign("value").mustAssign("value");
        Run run = TestRun.run(splitFlow(
                (flow, task) -> {
                    flow.text = "read";
                    flow.numbers = List.of(1);
                },
                NOTHING,
                NOTHING,
                (flow, task) -> {
                    task.inputs().mergeInto(flow, except(Name.VALUE));
                    flow.value = (flow.text == null ? 0 : 10) + (flow.numbers == null ? 0 : 1);
                },
                readsText));

        Task join = run.step("join").task();
        assertThat(join.artifact("value").value()).isEqualTo(10L);
        assertThat(join.artifact("numbers").value()).isEqualTo(List.of(1));
    }

    @Test
    void changeAfterTheMergeIsStored() {
        Task join = join((flow, task) -> flow.text = "from start", NOTHING, NOTHING, (flow, task) -> {
            task.inputs().mergeInto(flow, all());
            flow.text += ", joined";
        });

        assertThat(join.artifact("text").value()).isEqualTo("from start, joined");
    }

    @Test
    void secondMergeKeepsWhatTheFirstOneMerged() {
        Task join = join(
                (flow, task) -> flow.numbers = List.of(1),
                (flow, task) -> flow.text = "left",
                NOTHING,
                (flow, task) -> {
                    task.inputs().mergeInto(flow, only(Name.NUMBERS));
                    task.inputs().mergeInto(flow, only(Name.NUMBERS, Name.TEXT));
                });

        assertThat(join.artifact("numbers").value()).isEqualTo(List.of(1));
        assertThat(join.artifact("text").value()).isEqualTo("left");
    }

    @Test
    void mergeTakesTheInstanceWhoseStepRuns() {
        FlowFailedException failure =
                failure(NOTHING, NOTHING, NOTHING, (flow, task) -> task.inputs().mergeInto(new Numbers(), all()));

        assertThat(failure.getCause())
                .hasMessage("mergeInto(..) takes the flow instance whose step runs: mergeInto(this)");
    }

    private final Datastore datastore = Datastore.inMemory();

    private static TestFlow<Numbers> splitFlow(
            Body<Numbers> start, Body<Numbers> left, Body<Numbers> right, Body<Numbers> join, Access access) {
        return Numbers.flow("Merging")
                .step(split("start", "join", "left", "right"), start)
                .step(linear("left", "join"), left)
                .step(linear("right", "join"), right)
                .step(end("join").join().access(access), join)
                .build();
    }

    private Task join(Body<Numbers> start, Body<Numbers> left, Body<Numbers> right, Body<Numbers> join) {
        TestFlow<Numbers> flow = splitFlow(start, left, right, join, Access.everything());
        return TestRun.of(flow).datastore(datastore).run().step("join").task();
    }

    private FlowFailedException failure(
            Body<Numbers> start, Body<Numbers> left, Body<Numbers> right, Body<Numbers> join) {
        return catchThrowableOfType(FlowFailedException.class, () -> join(start, left, right, join));
    }

    private Run run(FlowFailedException failure) {
        return Cairn.open(datastore).run("Merging/" + failure.runId());
    }

    private static String shortAddress(Run run, String task, String artifact) {
        return run.task(task).artifact(artifact).sha().substring(0, 8);
    }
}
