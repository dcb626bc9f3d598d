package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Run;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.RunListener;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What listeners of a run are told, and what becomes of what they throw. */
class RunListenerTest extends OnEachStore {
    private static final Map<String, String> OF_STEPS = Map.of("start", "a", "work", "b", "join", "c");

    /** Keeps what it is told as lines. */
    private static final class Told implements RunListener {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void onRunStarted(RunReference run) {
            lines.add("run of " + run.definition().name() + " started");
        }

        @Override
        public void onTasksReused(RunReference run, String step, long tasks) {
            lines.add(step + ": " + tasks + " reused");
        }

        @Override
        public void onTaskStarted(TaskUnit unit) {
            lines.add(unit.task() + " started, attempt " + unit.attempt());
        }

        @Override
        public void onTaskFinished(TaskUnit unit, TaskOutcome outcome) {
            lines.add(unit.task() + " finished"
                    + (outcome.failure() == null
                            ? ""
                            : ", caught " + outcome.failure().message()));
        }

        @Override
        public void onTaskRetried(TaskUnit unit, FailureRecord failure) {
            lines.add(unit.task() + " retried: " + failure.message());
        }

        @Override
        public void onTaskFailed(TaskUnit unit, FailureRecord failure) {
            lines.add(unit.task() + " failed: " + failure.message());
        }

        @Override
        public void onRunFinished(RunReference run, RunStatus status) {
            lines.add("run " + status + ", stored as "
                    + run.datastore().runs().find(run.id()).orElseThrow().status());
        }
    }

    /** A foreach over two items; the second one fails {@code failures} times. */
    private static TestFlow<Numbers> flow(Retries retries, int failures) {
        AtomicInteger left = new AtomicInteger(failures);
        return Numbers.flow("Followed")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 2)
                .step(linear("work", "join").retry(retries), (flow, task) -> {
                    if (task.index("count") == 1 && left.getAndDecrement() > 0) {
                        throw new IllegalStateException("bad luck");
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private TestRun<Numbers> run(TestFlow<Numbers> flow, RunListener listener) {
        return TestRun.of(flow)
                .datastore(datastore)
                .maxWorkers(1)
                .listener(listener)
                .outputListener((path, line) -> {});
    }

    @Test
    void areToldOfEachAttemptBetweenStartAndEndOfTheRun() {
        Told told = new Told();

        run(flow(Retries.of(1), 1), told).run();

        assertThat(told.lines)
                .containsExactly(
                        "run of Followed started",
                        "start started, attempt 0",
                        "start finished",
                        "work/0 started, attempt 0",
                        "work/0 finished",
                        "work/1 started, attempt 0",
                        "work/1 retried: bad luck",
                        "work/1 started, attempt 1",
                        "work/1 finished",
                        "join started, attempt 0",
                        "join finished",
                        "run SUCCEEDED, stored as SUCCEEDED");
    }

    @Test
    void areToldOfTheFailureThatEndsTheRun() {
        Told told = new Told();

        assertThatThrownBy(() -> run(flow(Retries.of(1), 2), told).run()).isInstanceOf(FlowFailedException.class);

        assertThat(told.lines)
                .endsWith("work/1 started, attempt 1", "work/1 failed: bad luck", "run FAILED, stored as FAILED");
    }

    @Test
    void areToldWhatAResumedRunReuses() {
        TestFlow<Numbers> flow = flow(Retries.NONE, 1);
        Told told = new Told();
        TestRun<Numbers> first = run(flow, new RunListener() {});
        String[] id = new String[1];
        first.onStart(run -> id[0] = run.id().toString());
        assertThatThrownBy(first.code(OF_STEPS)::run).isInstanceOf(FlowFailedException.class);

        run(flow, told).code(OF_STEPS).resume(id[0]);

        assertThat(told.lines)
                .containsExactly(
                        "run of Followed started",
                        "start: 1 reused",
                        "work: 1 reused",
                        "work/1 started, attempt 0",
                        "work/1 finished",
                        "join started, attempt 0",
                        "join finished",
                        "run SUCCEEDED, stored as SUCCEEDED");
    }

    @Test
    void aCaughtFailureIsAnEndOfItsTask() {
        Told told = new Told();
        TestFlow<Numbers> flow = Numbers.flow("Catching")
                .step(linear("start", "end").caughtIn("failure"), (each, task) -> {
                    throw new IllegalStateException("bad luck");
                })
                .step(end("end"), (each, task) -> {})
                .build();

        run(flow, told).run();

        assertThat(told.lines).contains("start finished, caught bad luck");
    }

    @Test
    void areToldThatARunWasStopped() {
        Told told = new Told();
        Thread runner = Thread.currentThread();
        TestFlow<Numbers> flow = Numbers.flow("Stopped")
                .step(linear("start", "end"), (each, task) -> runner.interrupt())
                .step(end("end"), (each, task) -> {
                    new CountDownLatch(1).await();
                })
                .build();

        assertThatThrownBy(() -> run(flow, told).run()).isInstanceOf(RunInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.lines).last().isEqualTo("run INTERRUPTED, stored as INTERRUPTED");
    }

    @Test
    void whatAListenerThrowsHarmsNobodyAndTheNextOneIsToldAllTheSame() {
        Told told = new Told();
        RunListener broken = new RunListener() {
            @Override
            public void onRunStarted(RunReference run) {
                throw new AssertionError("started");
            }

            @Override
            public void onTaskStarted(TaskUnit unit) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("a task started");
            }

            @Override
            public void onTaskFinished(TaskUnit unit, TaskOutcome outcome) {
                throw new StackOverflowError();
            }

            @Override
            public void onRunFinished(RunReference run, RunStatus status) {
                throw new IllegalStateException("finished");
            }
        };

        Run run = run(flow(Retries.NONE, 0), broken).listener(told).run();

        assertThat(run.successful()).isTrue();
        assertThat(told.lines).hasSize(10).last().isEqualTo("run SUCCEEDED, stored as SUCCEEDED");
    }

    @Test
    void seeTheCommittedTask() {
        List<String> seen = new CopyOnWriteArrayList<>();
        run(flow(Retries.NONE, 0), new RunListener() {
                    @Override
                    public void onTaskFinished(TaskUnit unit, TaskOutcome outcome) {
                        seen.add(unit.task() + " "
                                + datastore
                                        .runs()
                                        .task(new RunId(unit.run().value()), unit.task())
                                        .orElseThrow()
                                        .status()
                                + (outcome.fact().ending() instanceof TaskFact.FannedOut out
                                        ? " to " + out.count()
                                        : ""));
                    }
                })
                .run();

        assertThat(seen)
                .containsExactly("start SUCCEEDED to 2", "work/0 SUCCEEDED", "work/1 SUCCEEDED", "join SUCCEEDED");
    }

    @Test
    void otherEnginesTellToo() {
        Told told = new Told();

        run(
                        Numbers.flow("Elsewhere")
                                .step(linear("start", "end"), (flow, task) -> {})
                                .step(end("end"), (flow, task) -> {})
                                .build(),
                        told)
                .engine(new OneByOneEngine(7))
                .run();

        assertThat(told.lines)
                .containsExactly(
                        "run of Elsewhere started",
                        "start started, attempt 0",
                        "start finished",
                        "end started, attempt 0",
                        "end finished",
                        "run SUCCEEDED, stored as SUCCEEDED");
    }
}
