package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workflows of earlier versions go on with this one: their histories are kept, and none of them is ever changed. {@code
 * -Dhistories.add=true} records those of flows that have none. The server for tests must say the same of a history as when it was made.
 */
class ReplayTest {
    private static final Path KEPT = Path.of("src/test/resources/dev/cairn/engine/temporal/histories");
    private static final Limits LIMITS = new Limits(100, 3, 10, 2, 50, 10_000, 8, 4);

    @TempDir
    static Path directory;

    private static TestWorkflowEnvironment environment;
    private static Worker worker;

    @BeforeAll
    static void start() throws Exception {
        if (Boolean.getBoolean("histories.add")) {
            record();
        }
        environment = TestWorkflowEnvironment.newInstance();
        worker = environment.newWorker("flows");
        WorkerFlows flows = new WorkerFlows(flows());
        worker.registerWorkflowImplementationFactory(FlowWorkflow.class, () -> new FlowWorkflowImpl(flows));
    }

    @AfterAll
    static void stop() {
        environment.close();
    }

    static List<Path> histories() throws Exception {
        try (Stream<Path> files = Files.list(KEPT)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreHistoriesOfEachKind() throws Exception {
        String all = "";
        for (Path history : histories()) {
            all += Files.readString(history);
        }
        assertThat(histories()).hasSizeGreaterThan(8);
        assertThat(all)
                .contains("cairn-chain", "cairn-slice", "cairn-keep", "cairn-finish", "EVENT_TYPE_TIMER_FIRED")
                .contains(
                        "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW",
                        "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED");
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theSameIsDoneAgain(Path history) throws Exception {
        WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(Files.readString(history)), worker);
    }

    /** Or else the test above would say little. */
    @ParameterizedTest
    @MethodSource("histories")
    void anythingElseIsNoticed(Path history) throws Exception {
        String other =
                Files.readString(history).replace("cairn-chain", "cairn-other").replace("cairn-slice", "cairn-other");
        assertThat(other).contains("cairn-other");
        WorkflowExecutionHistory changed = WorkflowExecutionHistory.fromJson(other);

        assertThatThrownBy(() -> WorkflowReplayer.replayWorkflowExecution(changed, worker))
                .hasStackTraceContaining("cairn-other");
    }

    private static void record() throws Exception {
        Files.createDirectories(KEPT);
        try (TestTemporal temporal = new TestTemporal();
                Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            TemporalWorker worker = temporal.worker("flows", flows(), datastore, 2);
            for (FlowDefinition<?> flow : flows()) {
                if (!Files.exists(KEPT.resolve(flow.name() + "-0.json"))) {
                    Run run = TestRun.of(flow)
                            .datastore(datastore)
                            .engine(temporal.engine("flows", LIMITS))
                            .run();
                    write(flow.name(), Histories.of(temporal, run.id()).all());
                }
            }
            worker.close();
        }
    }

    /** Of many child workflows that look alike, a few are enough. */
    private static void write(String flow, Map<WorkflowExecution, List<HistoryEvent>> all) throws Exception {
        int number = 0;
        for (Map.Entry<WorkflowExecution, List<HistoryEvent>> each : all.entrySet()) {
            if (number < 4) {
                History history =
                        History.newBuilder().addAllEvents(each.getValue()).build();
                String json = new WorkflowExecutionHistory(
                                history, each.getKey().getWorkflowId())
                        .toJson(false)
                        .replaceAll("\"identity\": \"[^\"]*\"", "\"identity\": \"worker\"");
                Files.writeString(KEPT.resolve(flow + "-" + number++ + ".json"), json.strip() + "\n");
            }
        }
    }

    /** None of these ever changes. */
    private static List<FlowDefinition<?>> flows() {
        return List.of(wide(), waiting(), everything(), rounds());
    }

    private static FlowDefinition<?> wide() {
        return Numbers.flow("Wide")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 60)
                .step(linear("work", "join"), (flow, task) -> flow.value = task.index("count"))
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static FlowDefinition<?> waiting() {
        return Numbers.flow("Waiting")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 6)
                .step(linear("work", "join").retry(Retries.of(1).delay(Duration.ofMillis(20))), (flow, task) -> {
                    if (task.index("count") % 2 == 0 && task.context().attempt() == 0) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static FlowDefinition<?> everything() {
        return Numbers.flow("Everything")
                .step(split("start", "join", "left", "outer"), (flow, task) -> flow.value = 7)
                .step(linear("left", "join").caughtIn("failure").retry(Retries.of(1)), (flow, task) -> {
                    throw new IllegalStateException("never");
                })
                .step(foreach("outer", "gather", "count", Items.range(), "choose"), (flow, task) -> flow.count = 4)
                .step(
                        switchOn("choose", "text").when("even", "inner").otherwise("gather"),
                        (flow, task) -> flow.text = task.index("count") % 2 == 0 ? "even" : "odd")
                .step(
                        foreach("inner", "close", "numbers", Items.iterable(Codecs.BOXED_INT), "work"),
                        (flow, task) -> flow.numbers = List.of(1, 2))
                .step(linear("work", "close").maxParallel(1), (flow, task) -> Thread.sleep(30))
                .step(linear("close", "gather").join(), (flow, task) -> {})
                .step(linear("gather", "join").join(), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private static FlowDefinition<?> rounds() {
        return Numbers.flow("Rounds")
                .step(linear("start", "check"), (flow, task) -> flow.count = 0)
                .step(switchOn("check", "text").when("more", "check").otherwise("end"), (flow, task) -> {
                    Thread.sleep(30);
                    flow.text = ++flow.count < 60 ? "more" : "enough";
                })
                .step(end("end"), (flow, task) -> {})
                .build();
    }
}
