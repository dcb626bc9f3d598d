package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two workers execute the same attempt, since one was taken for dead, and the results are not the same. What was stored first counts, and
 * nothing is ever computed from the other one.
 */
class TwoExecutionsTest {
    private final AtomicInteger executions = new AtomicInteger();
    private final AtomicReference<FlowDefinition<Numbers>> flow = new AtomicReference<>();

    @Test
    void inAChain(@TempDir Path directory) {
        flow.set(Numbers.flow("Chain")
                .step(linear("start", "more"), (each, task) -> each.value = execute(task, directory, List.of()))
                .step(linear("more", "end"), (each, task) -> each.value += 10)
                .step(end("end"), (each, task) -> each.value += 100)
                .build());

        Run run = run(directory);

        assertThat(run.step("start").task().artifact("value").value()).isEqualTo(2L); // the second was faster
        assertThat(run.step("more").task().artifact("value").value()).isEqualTo(12L);
        assertThat(run.step("end").task().artifact("value").value()).isEqualTo(112L);
    }

    @Test
    void inASlice(@TempDir Path directory) {
        flow.set(Numbers.flow("Slice")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 3)
                .step(
                        linear("work", "more"),
                        (each, task) -> each.value =
                                task.index("count") == 1 ? execute(task, directory, List.of(TaskId.of("start"))) : 0)
                .step(linear("more", "join"), (each, task) -> each.value += 10)
                .step(end("join").join(), (each, task) -> {})
                .build());

        Run run = run(directory);

        assertThat(run.step("more").stream().map(task -> task.artifact("value").value()))
                .containsExactly(10L, 12L, 10L);
    }

    /** The first execution lets another one, of another process as far as the datastore can tell, be stored first. */
    private long execute(TaskArguments task, Path directory, List<TaskId> parents) {
        int number = executions.incrementAndGet();
        if (number == 1) {
            TaskUnit unit = new TaskUnit(
                    flow.get().name(),
                    new RunId(task.context().runId()),
                    TaskId.parse(task.context().path().replaceAll("^[^/]*/[^/]*/", "")),
                    0,
                    parents);
            try (Datastore other = Datastore.of("file:" + directory.resolve("store"));
                    TaskRunner<Numbers> runner = TaskRunner.attach(flow.get(), other, unit.run())) {
                assertThat(runner.run(unit).stored()).isTrue();
            }
        }
        return number;
    }

    private Run run(Path directory) {
        try (TestTemporal temporal = new TestTemporal()) {
            Datastore datastore = Datastore.of("file:" + directory.resolve("store"));
            TemporalWorker worker = temporal.worker("flows", List.of(flow.get()), datastore, 1);
            try {
                return TestRun.of(flow.get())
                        .datastore(datastore)
                        .engine(temporal.engine("flows"))
                        .run();
            } finally {
                worker.close();
            }
        }
    }
}
