package dev.cairn.runtime.merge;

import static dev.cairn.runtime.Merge.all;
import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.Merge.only;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.Numbers.Name;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.MergeConflictException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
                        + "  `text`: work/0, work/6, work/7 and 2 more have " + shortAddress(run, "work/0", "text")
                        + ", work/1, work/8 and work/15 have " + shortAddress(run, "work/1", "text")
                        + ", work/2, work/9 and work/16 have " + shortAddress(run, "work/2", "text")
                        + ", work/3, work/10 and work/17 have " + shortAddress(run, "work/3", "text")
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
                        + " Assign them before mergeInto(..), or remove them from only(..).");
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
    void whatTheStepAssignsOnEveryWayToTheMergeIsSetWhateverTheValue() {
        Body<Numbers> assign = (flow, task) -> {
            flow.value = 0;
            flow.text = null;
            task.inputs().mergeInto(flow, all());
        };
        Access certain = Access.nothing().mustAssign("value", "text").assignedBeforeMerge("value", "text");
        for (Access access : List.of(certain, unanalysed("value", "text"))) {
            Run run = TestRun.run(splitFlow(NOTHING, values(1, "left"), values(2, "right"), assign, access));

            assertThat(run.step("join").task().artifact("value").value()).isEqualTo(0L);
            assertThat(run.step("join").task().has("text")).isTrue();
            assertThat(run.step("join").task().artifact("text").value()).isNull();
        }
    }

    @Test
    void whatIsSetBeforeAMergeThatIsNotAlwaysCalledIsStored() {
        Access access = Access.nothing().mayAssign("text").assignedBeforeMerge("text");
        Run run = TestRun.run(splitFlow(
                NOTHING,
                (flow, task) -> flow.text = "left",
                (flow, task) -> flow.text = "right",
                (flow, task) -> task.inputs().mergeInto(flow, all()),
                access));

        assertThat(run.step("join").task().has("text")).isTrue();
        assertThat(run.step("join").task().artifact("text").value()).isNull();
    }

    @Test
    void withoutAnalysisAValueFromBeforeIsNotSet() {
        FlowFailedException failure = failure(NOTHING, values(1, "left"), values(2, "right"), (flow, task) -> {
            flow.value = 0;
            flow.text = null;
            task.inputs().mergeInto(flow, all());
        });

        assertThat(failure.getCause())
                .isExactlyInstanceOf(MergeConflictException.class)
                .hasMessageContaining("`value`: left has")
                .hasMessageContaining("`text`: left has");
    }

    private static Body<Numbers> values(int value, String text) {
        return (flow, task) -> {
            flow.value = value;
            flow.text = text;
        };
    }

    private static Access unanalysed(String... assigned) {
        return new Access(
                Set.of(), Set.of(), Set.of(), Set.of(assigned), Set.of(assigned), true, Access.Place.STACK, true);
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
    void equalValuesOfDifferentKindsAreAConflict() {
        FlowFailedException failure = failure(
                NOTHING,
                (flow, task) -> {
                    flow.words = new LinkedHashSet<>(List.of("a", "b"));
                    flow.prices = new HashMap<>(Map.of("tea", 3));
                },
                (flow, task) -> {
                    flow.words = new LinkedHashSet<>(List.of("b", "a"));
                    flow.prices = new LinkedHashMap<>(Map.of("tea", 3));
                },
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        Run run = run(failure);
        assertThat(failure.getCause())
                .hasMessage("join `join` cannot merge what its branches disagree on:\n"
                        + "  `words`: left has " + shortAddress(run, "left", "words") + ", right has "
                        + shortAddress(run, "right", "words") + "\n"
                        + "  `prices`: left has " + shortAddress(run, "left", "prices") + ", right has "
                        + shortAddress(run, "right", "prices") + "\n"
                        + "Assign them before mergeInto(..), or leave them out with except(..).");
    }

    @Test
    void equalValuesOfOneKindAreTheSameWhateverTheirHistory() {
        Task join = join(
                NOTHING,
                (flow, task) -> flow.words = new HashSet<>(List.of("Aa", "BB")), // two strings with one hash code
                (flow, task) -> flow.words = new HashSet<>(List.of("BB", "Aa")),
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertThat(join.artifact("words").value()).isEqualTo(Set.of("Aa", "BB"));
    }

    /** Stored reflectively; equal if the names are. */
    static final class Named {
        private final String name;
        private final int size;

        Named(String name, int size) {
            this.name = name;
            this.size = size;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && name.equals(named.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** A flow with a field that is stored reflectively. */
    static final class Holder {
        @Nullable
        Named thing;
    }

    @Test
    void ofWhatIsStoredReflectivelyTheClassSaysWhetherItIsTheSameAndTheLogSaysSo() {
        Run run = holders(new Named("same", 1), new Named("same", 2), new Named("same", 3));

        Task join = run.step("join").task();
        assertThat(join.artifact("thing").as(Named.class).size).isEqualTo(1);
        assertThat(join.log().map(LogLine::text))
                .containsExactly(
                        "join `join` merges `thing`, although one and two have different bytes, because the class of"
                                + " the values says that they are equal; the first value is used");
    }

    @Test
    void whereBytesAreTheSameTheClassIsNotAsked() {
        Task join = holders(new Named("same", 1), new Named("same", 1), new Named("same", 1))
                .step("join")
                .task();

        assertThat(join.log()).isEmpty();
    }

    @Test
    void whatIsStoredReflectivelyMayBeAConflict() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> holders(new Named("same", 1), new Named("same", 2), new Named("other", 1)));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(MergeConflictException.class)
                .hasMessageContaining("`thing`: one and two have ")
                .hasMessageContaining(", three has ");
    }

    private static Run holders(Named one, Named two, Named three) {
        return TestRun.run(TestFlow.of("Holding", Holder.class, Holder::new)
                .artifact(
                        "thing",
                        "Named",
                        Codecs.<Named>opaque(Named.class),
                        flow -> flow.thing,
                        (flow, value) -> flow.thing = value)
                .step(split("start", "join", "one", "two", "three"), (flow, task) -> {})
                .step(linear("one", "join"), (flow, task) -> flow.thing = one)
                .step(linear("two", "join"), (flow, task) -> flow.thing = two)
                .step(linear("three", "join"), (flow, task) -> flow.thing = three)
                .step(end("join").join(), (flow, task) -> task.inputs().mergeInto(flow, all()))
                .build());
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
    void whatTheStepAssignsForCertainAfterwardsIsNotSet() {
        List<String> seen = new ArrayList<>();
        Run run = TestRun.run(splitFlow(
                (flow, task) -> flow.text = "merged",
                NOTHING,
                NOTHING,
                (flow, task) -> {
                    task.inputs().mergeInto(flow, only(Name.TEXT));
                    seen.add(flow.text);
                    flow.text = "assigned";
                },
                Access.nothing().mustAssign("text")));

        assertThat(seen).containsExactly((String) null);
        assertThat(run.step("join").task().artifact("text").value()).isEqualTo("assigned");
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
                .hasMessage("mergeInto(..) must get the flow instance whose step runs: mergeInto(this)");
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
