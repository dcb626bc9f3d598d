package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.RunListener;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of the steps of a run that goes on, each time when a task starts. */
class OpenStepsTest {
    /** What is open when each task starts, where one task runs at a time. */
    private static Map<String, List<String>> open(TestFlow<Numbers> flow) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        try (Datastore datastore = Datastore.inMemory()) {
            Run[] run = new Run[1];
            TestRun.of(flow)
                    .datastore(datastore)
                    .maxWorkers(1)
                    .listener(new RunListener() {
                        @Override
                        public void onRunStarted(RunReference started) {
                            run[0] = Run.of(started);
                        }

                        @Override
                        public void onTaskStarted(TaskUnit unit) {
                            List<OpenStep> steps = run[0].openSteps();
                            assertThat(steps).allMatch(step -> !step.since().isBefore(run[0].startedAt()));
                            open.put(
                                    unit.task().toString(),
                                    steps.stream().map(OpenStepsTest::text).toList());
                        }
                    })
                    .run();
            assertThat(run[0].openSteps()).as("after the end").isEmpty();
        }
        return open;
    }

    private static String text(OpenStep step) {
        String number = step.expected().isPresent()
                ? step.finished() + " of " + step.expected().getAsLong()
                : String.valueOf(step.finished());
        return step.step() + " " + number;
    }

    @Test
    void branchesOfASplitAndTheirJoin() {
        assertThat(open(Numbers.flow("Split")
                        .step(split("start", "join", "a", "join", "b"), (flow, task) -> {})
                        .step(linear("a", "join"), (flow, task) -> {})
                        .step(linear("b", "more"), (flow, task) -> {})
                        .step(linear("more", "join"), (flow, task) -> {})
                        .step(linear("join", "end").join(), (flow, task) -> {})
                        .step(end("end"), (flow, task) -> {})
                        .build()))
                .containsExactly(
                        Map.entry("start", List.of("start 0 of 1")),
                        Map.entry("a", List.of("a 0 of 1", "b 0 of 1")),
                        Map.entry("b", List.of("b 0 of 1")),
                        Map.entry("more", List.of("more 0 of 1")),
                        Map.entry("join", List.of("join 0 of 1")),
                        Map.entry("end", List.of("end 0 of 1")));
    }

    @Test
    void tasksOfAForeachAreCounted() {
        assertThat(open(Numbers.flow("Foreach")
                        .step(foreach("start", "join", "count", Items.range(), "a"), (flow, task) -> flow.count = 2)
                        .step(linear("a", "b"), (flow, task) -> {})
                        .step(linear("b", "join"), (flow, task) -> {})
                        .step(end("join").join(), (flow, task) -> {})
                        .build()))
                .containsExactly(
                        Map.entry("start", List.of("start 0 of 1")),
                        Map.entry("a/0", List.of("a 0 of 2")),
                        Map.entry("b/0", List.of("a 1 of 2")),
                        Map.entry("a/1", List.of("a 1 of 2", "b 1 of 2")),
                        Map.entry("b/1", List.of("b 1 of 2")),
                        Map.entry("join", List.of("join 0 of 1")));
    }

    @Test
    void aForeachWithoutElementsIsOver() {
        assertThat(open(Numbers.flow("Nothing")
                        .step(foreach("start", "join", "count", Items.range(), "a"), (flow, task) -> flow.count = 0)
                        .step(linear("a", "join"), (flow, task) -> {})
                        .step(end("join").join(), (flow, task) -> {})
                        .build()))
                .containsEntry("join", List.of("join 0 of 1"));
    }

    @Test
    void aLoopIsWhereItsLastSwitchLed() {
        assertThat(open(Numbers.flow("Loop")
                        .step(linear("start", "work"), (flow, task) -> {})
                        .step(linear("work", "check"), (flow, task) -> {})
                        .step(
                                switchOn("check", "text").when("more", "work").when("enough", "end"),
                                (flow, task) -> flow.text = task.context().iteration() < 1 ? "more" : "enough")
                        .step(end("end"), (flow, task) -> {})
                        .build()))
                .containsExactly(
                        Map.entry("start", List.of("start 0 of 1")),
                        Map.entry("work#0", List.of("work 0")),
                        Map.entry("check#0", List.of("check 0")),
                        Map.entry("work#1", List.of("work 1")),
                        Map.entry("check#1", List.of("check 1")),
                        Map.entry("end", List.of("end 0 of 1")));
    }

    @Test
    void nothingIsSaidOfStepsWhoseNumberIsNotKnown() {
        assertThat(open(Numbers.flow("Nested")
                        .step(foreach("start", "join", "count", Items.range(), "fan"), (flow, task) -> flow.count = 1)
                        .step(
                                foreach("fan", "gather", "inner", Items.iterable(Codecs.BOXED_INT), "leaf"),
                                (flow, task) -> flow.inner = List.of(1))
                        .step(linear("leaf", "gather"), (flow, task) -> {})
                        .step(linear("gather", "join").join(), (flow, task) -> {})
                        .step(end("join").join(), (flow, task) -> {})
                        .build()))
                .containsEntry("fan/0", List.of("fan 0 of 1"))
                .containsEntry("leaf/0/0", List.of())
                .containsEntry("gather/0", List.of())
                .containsEntry("join", List.of("join 0 of 1"));
    }
}
