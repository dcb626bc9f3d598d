package dev.cairn.runtime.merge;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.Numbers.Name;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.Inputs;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.MergeConflictException;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.values.BuiltArtifacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Views and inputs that tests build by hand. */
class BuiltTasksTest {
    private static final TestFlow<Numbers> FLOW = Numbers.flow("Built")
            .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> {})
            .step(linear("work", "join"), (flow, task) -> {})
            .step(end("join").join(), (flow, task) -> {})
            .views((step, artifacts) -> new Work(artifacts))
            .build();

    /** As generated. */
    private static final class Work extends TaskView<Name> {
        Work(TaskArtifacts artifacts) {
            super(artifacts);
        }

        static Builder builder() {
            return new Builder();
        }

        String text() {
            return (String) value("text");
        }

        long value() {
            return (long) value("value");
        }

        List<Integer> numbers() {
            return artifact("numbers");
        }

        static final class Builder extends TaskViewBuilder<Work, Builder> {
            Builder() {
                super(FLOW, "work");
            }

            Builder text(@Nullable String text) {
                return artifact("text", text);
            }

            Builder value(long value) {
                return artifact("value", value);
            }

            Builder array(int... array) {
                return artifact("array", array);
            }

            Builder numbers(List<Integer> numbers) {
                return artifact("numbers", numbers);
            }

            Builder any(String artifact, Object value) {
                return artifact(artifact, value);
            }
        }
    }

    /** As generated. */
    private static final class JoinInputs extends Inputs<Work> {
        JoinInputs(Work... tasks) {
            super(JoinedTasks.built(FLOW, "join", List.of(tasks)));
        }

        @Override
        protected Work view(TaskArtifacts artifacts) {
            return new Work(artifacts);
        }

        void mergeInto(Numbers flow, Merge<Name> selection) {
            tasks().mergeInto(flow, selection);
        }
    }

    @Test
    void viewShowsWhatWasSet() {
        Work work = Work.builder().text("a").value(3).build();

        assertThat(work.text()).isEqualTo("a");
        assertThat(work.value()).isEqualTo(3);
        assertThat(work.has(Name.TEXT)).isTrue();
        assertThat(work.has(Name.NUMBERS)).isFalse();
        assertThat(work).hasToString("work (built by hand)");
    }

    @Test
    void valueMayBeNull() {
        Work work = Work.builder().text(null).build();

        assertThat(work.has(Name.TEXT)).isTrue();
        assertThat(work.text()).isNull();
    }

    @Test
    void whatWasNotSetIsAbsent() {
        Work work = Work.builder().build();

        assertThatThrownBy(work::text)
                .isExactlyInstanceOf(AbsentArtifactException.class)
                .hasMessage("artifact `text` does not exist after task work (built by hand)."
                        + " If it may be absent, check has(..) first.");
    }

    @Test
    void laterCallsOfTheBuilderDoNotChangeTheView() {
        Work.Builder builder = Work.builder().value(1);
        Work work = builder.build();
        builder.value(2);

        assertThat(work.value()).isEqualTo(1);
    }

    @Test
    void inputsAreInTheGivenOrder() {
        JoinInputs inputs = new JoinInputs(
                Work.builder().value(1).build(), Work.builder().value(2).build());

        assertThat(inputs.size()).isEqualTo(2);
        assertThat(inputs.stream().map(Work::value)).containsExactly(1L, 2L);
        assertThat(inputs.get(1).value()).isEqualTo(2);
        assertThatThrownBy(() -> inputs.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void mergeSetsAllThatTheTasksAgreeOn() {
        Numbers flow = new Numbers();
        new JoinInputs(
                        Work.builder().text("same").array(1, 2).build(),
                        Work.builder().text("same").array(1, 2).value(7).build())
                .mergeInto(flow, Merge.all());

        assertThat(flow.text).isEqualTo("same");
        assertThat(flow.array).containsExactly(1, 2);
        assertThat(flow.value).isEqualTo(7);
    }

    @Test
    void conflictNamesTheTasks() {
        Numbers flow = new Numbers();
        JoinInputs inputs = new JoinInputs(
                Work.builder().text("a").build(), Work.builder().text("b").build());

        assertThatThrownBy(() -> inputs.mergeInto(flow, Merge.all()))
                .isExactlyInstanceOf(MergeConflictException.class)
                .hasMessageMatching("join `join` cannot merge what its branches disagree on:\n"
                        + "  `text`: work/0 has [0-9a-f]{8}, work/1 has [0-9a-f]{8}\n"
                        + "Assign it before mergeInto\\(\\.\\.\\), or leave it out with except\\(\\.\\.\\)\\.");
        assertThat(flow.text).isNull();
    }

    @Test
    void whatIsSetIsKept() {
        Numbers flow = new Numbers();
        flow.text = "decided";
        new JoinInputs(
                        Work.builder().text("a").build(),
                        Work.builder().text("b").build())
                .mergeInto(flow, Merge.all());

        assertThat(flow.text).isEqualTo("decided");
    }

    @Test
    void withoutInputsThereIsNothingToMerge() {
        Numbers flow = new Numbers();
        new JoinInputs().mergeInto(flow, Merge.only(Name.TEXT));

        assertThat(flow.text).isNull();
    }

    @Test
    void aViewHoldsTheValueThatItWasGiven() {
        List<Integer> numbers = new ArrayList<>(List.of(1));
        Work work = Work.builder().numbers(numbers).build();

        assertThat(work.numbers()).isSameAs(numbers);
    }

    @Test
    void aJoinReadsCopiesOfWhatWasBuilt() {
        List<Integer> numbers = new ArrayList<>(List.of(1));
        JoinInputs inputs = new JoinInputs(Work.builder().numbers(numbers).build());
        numbers.add(2);
        Work view = inputs.get(0);
        view.numbers().add(3);

        assertThat(view.numbers()).containsExactly(1, 3);
        assertThat(inputs.get(0).numbers()).containsExactly(1);
        assertThat(numbers).containsExactly(1, 2);
    }

    @Test
    void aChangeOfAnInputIsNotMerged() {
        JoinInputs inputs = new JoinInputs(
                Work.builder().numbers(new ArrayList<>(List.of(1))).array(1).build(),
                Work.builder().numbers(new ArrayList<>(List.of(1))).array(1).build());
        Numbers flow = new Numbers();
        inputs.forEach(work -> work.numbers().add(2));
        inputs.mergeInto(flow, Merge.all());
        flow.numbers.add(3);
        flow.array[0] = 7;

        assertThat(flow.numbers).containsExactly(1, 3);
        assertThat(inputs.get(0).numbers()).containsExactly(1);
    }

    @Test
    void aRunDoesTheSame() {
        List<List<Integer>> seen = new ArrayList<>();
        Run run = TestRun.run(Numbers.flow("Ran")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 1)
                .step(linear("work", "join"), (flow, task) -> flow.numbers = List.of(1))
                .step(end("join").join(), (flow, task) -> {
                    Work view = new Work(task.inputs().get(0));
                    view.numbers().add(2);
                    seen.add(view.numbers());
                    seen.add(new Work(task.inputs().get(0)).numbers());
                    task.inputs().mergeInto(flow, Merge.<Name>only(Name.NUMBERS));
                    flow.numbers.add(3);
                })
                .build());

        assertThat(seen).containsExactly(List.of(1, 2), List.of(1));
        assertThat(run.step("join").task().artifact("numbers").value()).isEqualTo(List.of(1, 3));
        assertThat(run.step("work").task(0).artifact("numbers").value()).isEqualTo(List.of(1));
    }

    @Test
    void tasksOfARunServeToo() {
        Run run = TestRun.run(Numbers.flow("Ran")
                .step(
                        linear("work", "end").access(Access.nothing().mustAssign("numbers")),
                        (flow, task) -> flow.numbers = List.of(1))
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());
        Work stored = new Work(run.step("work").task().taskArtifacts());
        stored.numbers().add(2);
        JoinInputs inputs =
                new JoinInputs(stored, Work.builder().numbers(List.of(1)).build());
        Numbers flow = new Numbers();
        inputs.mergeInto(flow, Merge.all());

        assertThat(flow.numbers).containsExactly(1);
        assertThat(inputs.get(0).numbers()).containsExactly(1);
        assertThat(stored.numbers()).containsExactly(1, 2);
    }

    @Test
    void whatCannotBeStoredCanBeReadButNotMerged() {
        Object[] unstorable = {"no list"};
        JoinInputs inputs = new JoinInputs(
                Work.builder().any("numbers", unstorable).text("a").build());
        Numbers flow = new Numbers();
        inputs.mergeInto(flow, Merge.only(Name.TEXT));

        assertThat(flow.text).isEqualTo("a");
        assertThat(artifacts(inputs.get(0)).value("numbers")).isSameAs(unstorable);
        assertThatThrownBy(() -> inputs.mergeInto(flow, Merge.all()))
                .isInstanceOf(CodecException.class)
                .hasMessageStartingWith("numbers: could not be stored: java.lang.ClassCastException");
    }

    private static TaskArtifacts artifacts(Work work) {
        return TaskView.artifactsOf(work);
    }

    @Test
    void aSecondMergeKeepsWhatTheFirstOneMerged() {
        Numbers flow = new Numbers();
        JoinInputs inputs = new JoinInputs(Work.builder().text("a").value(1).build());
        inputs.mergeInto(flow, Merge.only(Name.TEXT));
        flow.text = null;
        inputs.mergeInto(flow, Merge.all());

        assertThat(flow.text).isNull();
        assertThat(flow.value).isEqualTo(1);
        Numbers other = new Numbers();
        inputs.mergeInto(other, Merge.all());
        assertThat(other.text).isEqualTo("a");
    }

    @Test
    void whatTheCodeOfTheJoinCannotHaveSetIsMerged() {
        Numbers flow = new Numbers();
        flow.text = "of the test";
        analysed(Access.nothing(), Work.builder().text("a").build()).mergeInto(flow, Merge.<Name>all());

        assertThat(flow.text).isEqualTo("a");
    }

    @Test
    void whatTheCodeOfTheJoinSetsForCertainIsKeptAlsoIfItIsNull() {
        Numbers flow = new Numbers();
        analysed(
                        Access.nothing().mustAssign("text").assignedBeforeMerge("text"),
                        Work.builder().text("a").build(),
                        Work.builder().text("b").build())
                .mergeInto(flow, Merge.<Name>all());

        assertThat(flow.text).isNull();
    }

    private static JoinedTasks analysed(Access access, Work... tasks) {
        TestFlow<Numbers> flow = Numbers.flow("Analysed")
                .step(foreach("start", "join", "count", Items.range(), "work"), (numbers, task) -> {})
                .step(linear("work", "join"), (numbers, task) -> {})
                .step(end("join").join().access(access), (numbers, task) -> {})
                .build();
        return JoinedTasks.built(flow, "join", List.of(tasks));
    }

    /** A flow whose field has another value in each instance. */
    static final class Marked {
        UUID mark = UUID.randomUUID();
    }

    /** As generated. */
    private enum MarkedName {
        MARK;

        @Override
        public String toString() {
            return "mark";
        }
    }

    @Test
    void anInitialiserThatMakesAnotherValueEachTimeIsNoAssignment() {
        TestFlow<Marked> definition = TestFlow.of("Marked", Marked.class, Marked::new)
                .field(
                        ArtifactDefinition.artifact("mark", "UUID", Codecs.UUID).initialised(),
                        flow -> flow.mark,
                        (flow, value) -> flow.mark = value)
                .step(split("start", "join", "left", "right"), (flow, task) -> {})
                .step(linear("left", "join"), (flow, task) -> {})
                .step(linear("right", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build();
        UUID mark = new UUID(1, 2);
        TaskView<MarkedName> task = new TaskView<>(new BuiltArtifacts(definition, "left", Map.of("mark", mark))) {};
        Marked flow = new Marked();
        JoinedTasks.built(definition, "join", List.of(task)).mergeInto(flow, Merge.<MarkedName>all());

        assertThat(flow.mark).isEqualTo(mark);
    }
}
