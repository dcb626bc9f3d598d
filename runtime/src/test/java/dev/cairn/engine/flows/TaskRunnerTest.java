package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.PendingOutcome;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One unit of work, wherever it is delivered, and however often. */
class TaskRunnerTest extends OnEachStore {
    /** Starts a run of which no task runs by itself. */
    static RunRequest<?> start(FlowDefinition<?> flow, Datastore datastore) {
        AtomicReference<RunRequest<?>> started = new AtomicReference<>();
        TestRun.of(flow)
                .datastore(datastore)
                .engine(request -> {
                    started.set(request);
                    return Optional.empty();
                })
                .run();
        return started.get();
    }

    static TaskUnit unit(RunRequest<?> request, String task, int attempt, String... parents) {
        return new TaskUnit(
                request.definition().name(),
                request.run(),
                TaskId.parse(task),
                attempt,
                List.of(parents).stream().map(TaskId::parse).toList());
    }

    static TaskOutcome runOnce(FlowDefinition<?> flow, Datastore datastore, TaskUnit unit) {
        try (TaskRunner<?> runner = TaskRunner.attach(flow, datastore, unit.run())) {
            return runner.run(unit);
        }
    }

    @Test
    void unitThatIsDeliveredAgainDoesNotRunAgain() {
        AtomicInteger calls = new AtomicInteger();
        FlowDefinition<Numbers> flow = Numbers.flow("Twice")
                .step(end("start").retry(Retries.of(1)), (each, task) -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new IllegalStateException("no data");
                    }
                })
                .build();
        RunRequest<?> request = start(flow, datastore);

        TaskOutcome failed = runOnce(flow, datastore, unit(request, "start", 0));
        TaskOutcome failedAgain = runOnce(flow, datastore, unit(request, "start", 0));
        TaskOutcome finished = runOnce(flow, datastore, unit(request, "start", 1));
        TaskOutcome finishedAgain = runOnce(flow, datastore, unit(request, "start", 1));

        assertThat(calls).hasValue(2);
        assertThat(failed.fact()).isEqualTo(new TaskFact(TaskId.of("start"), 0, new Failed(true)));
        assertThat(failed.failure().message()).isEqualTo("no data");
        assertThat(failedAgain).isEqualTo(failed);
        assertThat(finished)
                .isEqualTo(new TaskOutcome(
                        TaskId.of("start"),
                        1,
                        new TaskFact(TaskId.of("start"), 1, new Finished(List.of(), false)),
                        null));
        assertThat(finishedAgain).isEqualTo(finished);
        assertThat(runOnce(flow, datastore, unit(request, "start", 0)))
                .as("a zombie hears how the task ended")
                .isEqualTo(finished);
    }

    @Test
    void ofTwoThatRunAUnitAtOnceBothReportWhatIsStored() {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<TaskOutcome> first = new AtomicReference<>();
        AtomicReference<RunRequest<?>> request = new AtomicReference<>();
        AtomicReference<FlowDefinition<Numbers>> flow = new AtomicReference<>();
        flow.set(Numbers.flow("Race")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> {
                    each.count = 5;
                    if (calls.getAndIncrement() == 0) {
                        first.set(runOnce(flow.get(), datastore, unit(request.get(), "start", 0)));
                        each.count = 2;
                    }
                })
                .step(linear("work", "join"), (each, task) -> {})
                .step(end("join").join(), (each, task) -> {})
                .build());
        request.set(start(flow.get(), datastore));

        TaskOutcome second = runOnce(flow.get(), datastore, unit(request.get(), "start", 0));

        assertThat(calls).hasValue(2);
        assertThat(second.fact().ending()).isEqualTo(new FannedOut(5));
        assertThat(second).isEqualTo(first.get());
    }

    @Test
    void outcomeOfAUnitWhoseCommitLosesOnItsWayIsWhatIsStored() {
        FlowDefinition<Numbers> flow = Numbers.flow("OnItsWay")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 5)
                .step(linear("work", "join"), (each, task) -> {})
                .step(end("join").join(), (each, task) -> {})
                .build();
        RunRequest<?> request = start(flow, datastore);
        TaskUnit unit = unit(request, "start", 0);
        TaskOutcome stored = runOnce(flow, datastore, unit);
        TaskRecord record =
                datastore.runs().task(request.run(), TaskId.parse("start")).orElseThrow();
        TaskRecord loser = new TaskRecord(
                record.run(),
                record.task(),
                record.attempt(),
                record.status(),
                record.startedAt(),
                record.finishedAt(),
                record.artifacts(),
                record.parents(),
                record.next(),
                new ForkRecord("count", 2, record.fork().items()),
                null,
                null);

        TaskOutcome outcome = runOnce(flow, new AnsweringDatastore(datastore, CommitResult.LOST, List.of(loser)), unit);

        assertThat(outcome.fact().ending()).isEqualTo(new FannedOut(5));
        assertThat(outcome).isEqualTo(stored);
    }

    @Test
    void whatFollowsReadsWhatIsStoredNotWhatWasDropped() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        AtomicReference<RunRequest<?>> request = new AtomicReference<>();
        AtomicReference<FlowDefinition<Numbers>> flow = new AtomicReference<>();
        flow.set(Numbers.flow("Dropped")
                .step(linear("start", "end"), (each, task) -> {
                    each.count = 5;
                    if (calls.getAndIncrement() == 0) {
                        runOnce(flow.get(), datastore, unit(request.get(), "start", 0));
                        each.count = 2;
                    }
                })
                .step(end("end"), (each, task) -> read.set(each.count))
                .build());
        request.set(start(flow.get(), datastore));

        try (TaskRunner<?> runner = request.get().newTaskRunner()) {
            assertThat(runner.run(unit(request.get(), "start", 0)).stored()).isTrue();
            assertThat(runner.run(unit(request.get(), "end", 0, "start")).stored())
                    .isTrue();
        }

        assertThat(calls).hasValue(2);
        assertThat(read).hasValue(5);
    }

    @Test
    void outcomeSaysWhyAnAttemptWasNotAccepted() {
        FlowDefinition<Numbers> flow =
                Numbers.flow("Refused").step(end("start"), (each, task) -> {}).build();
        RunRequest<?> request = start(flow, datastore);
        Address address = Address.ofContent(new byte[] {1});
        Map<CommitResult, String> reasons = Map.of(
                new CommitResult.Fenced(2),
                "run " + request.run()
                        + " was taken over by another process, so this process can no longer write to it."
                        + " Follow the run in the other process.",
                new CommitResult.MissingBlob(address),
                "task Refused/" + request.run() + "/start was not stored: its value " + address
                        + " was deleted from the datastore while it ran. Run it again.",
                CommitResult.LOST,
                "attempt 0 of task Refused/" + request.run()
                        + "/start came too late: another process has committed this task. Its result was dropped.");

        reasons.forEach((answer, reason) -> {
            TaskOutcome outcome = runOnce(flow, new AnsweringDatastore(datastore, answer), unit(request, "start", 0));
            assertThat(outcome.stored()).isFalse();
            assertThat(outcome.failure().message()).isEqualTo(reason);
        });
    }

    @Test
    void outcomeOfAUnitThatIsDeliveredAgainIsDurableToo() throws InterruptedException {
        CompletableFuture<?> durable = new CompletableFuture<>();
        Datastore slow = new SlowDatastore(durable);
        FlowDefinition<Numbers> flow =
                Numbers.flow("Slow").step(end("start"), (each, task) -> {}).build();
        RunRequest<?> request = start(flow, slow);
        AtomicReference<TaskOutcome> again = new AtomicReference<>();
        try (TaskRunner<?> runner = request.newTaskRunner()) {
            PendingOutcome first = runner.runAhead(unit(request, "start", 0));

            Thread delivery = new Thread(() -> again.set(runner.run(unit(request, "start", 0))));
            delivery.start();
            while (delivery.getState() != Thread.State.WAITING && delivery.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(delivery.isAlive()).isTrue();
            assertThat(first.durable()).isNotDone();
            durable.complete(null);
            delivery.join();
            assertThat(again.get()).isEqualTo(first.outcome());
        }
    }

    @Test
    void outcomeSaysWhereNothingIsStored() {
        Datastore broken = new BrokenDatastore(datastore, "start");
        FlowDefinition<Numbers> flow =
                Numbers.flow("Full").step(end("start"), (each, task) -> {}).build();
        RunRequest<?> request = start(flow, broken);

        TaskOutcome outcome = runOnce(flow, broken, unit(request, "start", 0));

        assertThat(outcome.stored()).isFalse();
        assertThat(outcome.failure().type()).isEqualTo("dev.cairn.datastore.DatastoreException");
        assertThat(outcome.failure().message()).isEqualTo("the disk is full");
    }

    @Test
    void nothingStartsAfterTheRunnerWasToldToStop() {
        AtomicInteger calls = new AtomicInteger();
        FlowDefinition<Numbers> flow = Numbers.flow("Stopped")
                .step(end("start"), (each, task) -> calls.incrementAndGet())
                .build();
        RunRequest<?> request = start(flow, datastore);
        try (TaskRunner<?> runner = request.newTaskRunner()) {
            runner.stop();

            TaskOutcome outcome = runner.run(unit(request, "start", 0));

            assertThat(outcome).isEqualTo(new TaskOutcome(TaskId.of("start"), 0, null, null));
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void outcomeIsThereBeforeItIsDurable() {
        Datastore broken = new BrokenDatastore(datastore, "start");
        FlowDefinition<Numbers> flow =
                Numbers.flow("Ahead").step(end("start"), (each, task) -> {}).build();
        RunRequest<?> request = start(flow, broken);
        try (TaskRunner<?> runner = request.newTaskRunner()) {
            PendingOutcome pending = runner.runAhead(unit(request, "start", 0));

            assertThat(pending.fact().ending()).isEqualTo(new Finished(List.of(), false));
            assertThat(pending.outcome().fact()).isEqualTo(pending.fact());
            assertThatThrownBy(() -> pending.durable().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(DatastoreException.class);
        }
    }

    /** What was read from a result that was not stored in the end must not be stored either, nor be read again. */
    @Test
    void whatRanAheadOfAnAttemptThatCameTooLateIsLostWithIt() {
        AtomicInteger calls = new AtomicInteger();
        List<Long> read = new ArrayList<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Late")
                .step(linear("start", "end"), (each, task) -> each.value = calls.incrementAndGet())
                .step(end("end"), (each, task) -> read.add(each.value))
                .build();
        RunRequest<?> request = start(flow, datastore);
        runOnce(flow, datastore, unit(request, "start", 0)); // by another process
        try (TaskRunner<?> late = request.newTaskRunner()) {
            PendingOutcome first = late.runAhead(unit(request, "start", 0));
            PendingOutcome second = late.runAhead(unit(request, "end", 0, "start"), first);

            for (PendingOutcome each : List.of(first, second)) {
                assertThatThrownBy(() -> each.durable().join())
                        .hasRootCauseMessage("attempt 0 of task " + each.unit().path()
                                + " came too late: another process has committed this task. Its result was dropped.");
            }
            assertThat(datastore.runs().attempts(request.run(), TaskId.of("end")))
                    .isEmpty();

            late.runAhead(unit(request, "end", 0, "start")).durable().join();
        }
        assertThat(read).hasSize(2).endsWith(1L);
        assertThat(datastore.runs().task(request.run(), TaskId.of("end"))).isPresent();
    }

    @Test
    void recordsWithoutThoseTheyFollowFromAreNoSchedule() {
        FlowDefinition<Numbers> flow = Numbers.flow("Holes")
                .step(linear("start", "end"), (each, task) -> {})
                .step(end("end"), (each, task) -> {})
                .build();
        RunRequest<?> request = start(flow, datastore);
        commit(request.run(), "end");

        assertThatThrownBy(request::storedSchedule)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run Holes/" + request.run() + " in " + datastore.url()
                        + " has a record of task end, but no record of a task before it. The datastore is damaged:"
                        + " restore it from a backup.");
    }

    @Test
    void recordsOfAnotherVersionOfTheFlowAreNoSchedule() {
        FlowDefinition<Numbers> flow = Numbers.flow("Changed")
                .step(linear("start", "end"), (each, task) -> {})
                .step(end("end"), (each, task) -> {})
                .build();
        RunRequest<?> request = start(flow, datastore);
        commit(request.run(), "start", "middle");

        assertThatThrownBy(request::storedSchedule)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run Changed/" + request.run() + " in " + datastore.url()
                        + ": task start of flow Changed named [middle] as next, but the flow names [end]. Its run was"
                        + " started by another version of the flow, or its record is damaged.");
    }

    private void commit(RunId run, String task, String... next) {
        TaskRecord record = TaskRecord.builder(
                        run, TaskId.parse(task), 0, TaskStatus.SUCCEEDED, Instant.EPOCH, Instant.EPOCH)
                .next(List.of(next))
                .build();
        datastore.runs().commit(new TaskCommit(record, Map.of())).join();
    }

    @Test
    void unitsOfOtherRunsAreRefused() {
        FlowDefinition<Numbers> flow =
                Numbers.flow("Own").step(end("start"), (each, task) -> {}).build();
        RunRequest<?> one = start(flow, datastore);
        RunRequest<?> other = start(flow, datastore);
        try (TaskRunner<?> runner = one.newTaskRunner()) {
            String message = "task Own/" + other.run() + "/start does not belong to run Own/" + one.run()
                    + ". Use a runner of its own run.";

            assertThatThrownBy(() -> runner.run(unit(other, "start", 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> runner.runAhead(unit(other, "start", 0))).hasMessage(message);
        }
    }

    @Test
    void onlyStoredRunsOfTheFlowHaveRunners() {
        FlowDefinition<Numbers> flow =
                Numbers.flow("Mine").step(end("start"), (each, task) -> {}).build();
        FlowDefinition<Numbers> otherFlow =
                Numbers.flow("Yours").step(end("start"), (each, task) -> {}).build();
        RunId unknown = new RunId("20261123T211357042-k3f9x2dq");
        RunId run = start(flow, datastore).run();

        assertThatThrownBy(() -> TaskRunner.attach(flow, datastore, unknown))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run 20261123T211357042-k3f9x2dq is not in " + datastore.url()
                        + ". Open the datastore in which it was started.");
        assertThatThrownBy(() -> TaskRunner.attach(otherFlow, datastore, run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run " + run + " belongs to flow Mine, not to Yours. Use the definition of flow Mine.");
    }
}
