package dev.cairn.runtime;

import static dev.cairn.runtime.StepDefinition.end;
import static dev.cairn.runtime.StepDefinition.foreach;
import static dev.cairn.runtime.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.Numbers.Name;
import dev.cairn.engine.flows.TestFlow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Views and inputs that tests build by hand. */
class BuiltTasksTest {
    private static final TestFlow<Numbers> FLOW = Numbers.flow("Built")
            .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> {})
            .step(linear("work", "join"), (flow, task) -> {})
            .step(end("join").join(), (flow, task) -> {})
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
            return artifact("text");
        }

        long value() {
            return artifact("value");
        }

        static final class Builder extends TaskViewBuilder<Work, Builder> {
            Builder() {
                super(FLOW, "work", Work::new);
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
                        + " Where it may be absent, ask has(..) before.");
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
                        + "  `text`: work\\[0] has [0-9a-f]{8}, work\\[1] has [0-9a-f]{8}\n"
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
}
