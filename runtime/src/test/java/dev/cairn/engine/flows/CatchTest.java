package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps whose failure does not end the run. */
@Timeout(60)
class CatchTest {
    @Test
    void flowGoesOnWithTheFailure() {
        List<String> seen = new ArrayList<>();
        Run run = TestRun.run(Numbers.flow("Caught")
                .step(linear("start", "end").caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (flow, task) -> seen.add(flow.failure.type() + ": " + flow.failure.message()))
                .build());

        assertThat(run.successful()).isTrue();
        assertThat(seen).containsExactly("java.lang.IllegalStateException: no data");
        Failure failure = run.step("end").task().artifact("failure").as(Failure.class);
        assertThat(failure.stackTrace())
                .startsWith("java.lang.IllegalStateException: no data\n\tat " + CatchTest.class.getName())
                .doesNotContain("TaskExecution");
    }

    @Test
    void theFailureIsLogged() {
        Run run = TestRun.run(Numbers.flow("Logged")
                .step(linear("start", "end").caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        try (Stream<LogLine> log = run.step("start").task().log()) {
            assertThat(log)
                    .extracting(LogLine::text)
                    .containsExactly(
                            "failed: java.lang.IllegalStateException: no data; `failure` holds the failure, and the run goes on");
        }
    }

    @Test
    void taskIsFinishedButNotSuccessful() {
        Run run = TestRun.run(Numbers.flow("Status")
                .step(linear("start", "end").caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task task = run.step("start").task();
        assertThat(task.finished()).isTrue();
        assertThat(task.successful()).isFalse();
        assertThat(task.caught()).isTrue();
        assertThat(task.failure().orElseThrow().message()).isEqualTo("no data");
        assertThat(task.metadata()).containsEntry("status", TaskStatus.CAUGHT.toString());
        assertThat(task.artifact("_task_ok").value()).isEqualTo(true);
        assertThat(task.artifact("_success").value()).isEqualTo(false);
        assertThat(task.artifact("_exception").value())
                .isEqualTo(task.artifact("_catch_exception").value());
        Map<?, ?> exception = task.artifact("_catch_exception").as(Map.class);
        assertThat(exception.get("type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(exception.get("exception")).isEqualTo("no data");
        assertThat(task.children()).extracting(Task::id).containsExactly("end");
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void failureIsNullWhereTheStepSucceeds() {
        List<Failure> seen = new ArrayList<>();
        Run run = TestRun.run(Numbers.flow("Succeeded")
                .step(linear("start", "again").caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(linear("again", "end").access(Access.nothing()).caughtIn("failure"), (flow, task) -> {})
                .step(end("end"), (flow, task) -> seen.add(flow.failure))
                .build());

        Task task = run.step("again").task();
        assertThat(seen).hasSize(1).containsNull();
        assertThat(task.has("failure")).isTrue();
        assertThat(task.artifact("failure").value()).isNull();
        assertThat(task.artifact("_success").value()).isEqualTo(true);
        assertThat(task.artifact("_catch_exception").value()).isNull();
    }

    @Test
    void onlyTheLastFailureIsCaught() {
        Run run = TestRun.run(Numbers.flow("Last")
                .step(linear("start", "end").retry(Retries.of(2)).caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("failure " + task.context().attempt());
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task task = run.step("start").task();
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(task.attempts()).extracting(Task::finished).containsExactly(false, false, true);
        assertThat(task.attempts().get(0).has("failure")).isFalse();
        assertThat(task.artifact("failure").as(Failure.class).message()).isEqualTo("failure 2");
    }

    @Test
    void nothingCountsAsCertainlyAssigned() {
        Access access = Access.nothing().mustAssign("text", "value", "numbers");
        Run run = TestRun.run(Numbers.flow("Maybe")
                .step(linear("start", "work"), (flow, task) -> {
                    flow.text = "before";
                    flow.numbers = List.of(1);
                })
                .step(linear("work", "end").access(access).caughtIn("failure"), (flow, task) -> {
                    flow.text = "assigned";
                    throw new IllegalStateException();
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task end = run.step("end").task();
        assertThat(end.artifact("text").value()).isEqualTo("assigned");
        assertThat(end.artifact("numbers").value()).isEqualTo(List.of(1));
        assertThat(end.artifact("value").value()).isEqualTo(0L);
    }

    @Test
    void caughtElementsArriveAtTheJoin() {
        Run run = TestRun.run(Numbers.flow("Elements")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 4)
                .step(linear("work", "join").caughtIn("failure"), (flow, task) -> {
                    if (task.index("count") % 2 == 1) {
                        throw new IllegalStateException("odd");
                    }
                    flow.text = "even " + task.index("count");
                })
                .step(end("join").join(), (flow, task) -> flow.results = countFailures(task.inputs()))
                .build());

        assertThat(run.step("join").task().artifact("results").value()).isEqualTo(List.of(4L, 2L));
        try (Stream<Task> tasks = run.step("work").stream()) {
            assertThat(tasks.map(Task::caught)).containsExactly(false, true, false, true);
        }
    }

    private static List<Long> countFailures(dev.cairn.runtime.JoinedTasks inputs) {
        long failures = 0;
        for (int i = 0; i < inputs.size(); i++) {
            failures += inputs.get(i).value("failure") == null ? 0 : 1;
        }
        return List.of((long) inputs.size(), failures);
    }

    @Test
    void joinMayBeCaught() {
        Run run = TestRun.run(Numbers.flow("Join")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 2)
                .step(linear("work", "join"), (flow, task) -> flow.value = 1 + task.index("count"))
                .step(linear("join", "end").join().caughtIn("failure"), (flow, task) -> {
                    flow.text = "assigned before the conflict";
                    task.inputs().mergeInto(flow, Merge.all());
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        Task end = run.step("end").task();
        assertThat(end.artifact("text").value()).isEqualTo("assigned before the conflict");
        assertThat(end.artifact("failure").as(Failure.class).type())
                .isEqualTo("dev.cairn.runtime.MergeConflictException");
    }

    @Test
    void artifactsAreInTheOrderOfTheFlow() {
        Run run = TestRun.run(flowThatOnlyFails());

        assertThat(run.step("start")
                        .task()
                        .taskArtifacts()
                        .record()
                        .orElseThrow()
                        .artifacts()
                        .keySet())
                .containsExactly("count", "value", "failure");
    }

    private static FlowDefinition<Numbers> flowThatOnlyFails() {
        Access access = Access.nothing().mayAssign("value", "count");
        return Numbers.flow("Order")
                .step(end("start").access(access).caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException();
                })
                .build();
    }

    @Test
    void errorsAreCaughtToo() {
        Run run = TestRun.run(Numbers.flow("Error")
                .step(linear("start", "end").caughtIn("failure"), (flow, task) -> {
                    throw new StackOverflowError();
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(run.step("start")
                        .task()
                        .artifact("failure")
                        .as(Failure.class)
                        .type())
                .isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void instanceThatCannotBeMadeIsCaughtWithAllArtifactsFromBefore() {
        AtomicBoolean broken = new AtomicBoolean();
        Run run = TestRun.of(Numbers.flow("Factory")
                        .step(linear("start", "work").access(Access.nothing().mustAssign("text")), (flow, task) -> {
                            flow.text = "kept";
                            broken.set(true);
                        })
                        .step(linear("work", "end").caughtIn("failure"), (flow, task) -> {})
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .flowFactory(() -> {
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("no instance");
                    }
                    return new Numbers();
                })
                .maxWorkers(1)
                .run();

        Task end = run.step("end").task();
        assertThat(end.artifact("text").value()).isEqualTo("kept");
        assertThat(end.artifact("failure").as(Failure.class).message()).isEqualTo("no instance");
    }
}
