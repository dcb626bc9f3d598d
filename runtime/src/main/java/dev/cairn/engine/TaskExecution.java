package dev.cairn.engine;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskRecordBuilder;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.output.OutputLog;
import dev.cairn.engine.output.OutputSource;
import dev.cairn.engine.task.FailureRecords;
import dev.cairn.engine.task.FanOut;
import dev.cairn.engine.task.FinishedTasks;
import dev.cairn.engine.task.JoinInputs;
import dev.cairn.engine.task.Lifetime;
import dev.cairn.engine.task.LostAttemptException;
import dev.cairn.engine.task.PreparedTask;
import dev.cairn.engine.task.RunContext;
import dev.cairn.engine.task.StackTraces;
import dev.cairn.engine.task.StepCall;
import dev.cairn.engine.task.StoredValues;
import dev.cairn.engine.task.SwitchDecision;
import dev.cairn.engine.values.AbandonedResults;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.engine.values.TaskFields;
import dev.cairn.engine.values.TaskResults;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.report.StoredReports;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one task, from a fresh flow instance to the commit: makes the instance, sets what the step reads, calls the
 * step, decides what is stored. Used by one thread, once.
 */
final class TaskExecution<F> {
    private final RunContext<F> context;
    private final TaskUnit unit;
    private final boolean redelivered;
    private final @Nullable PendingOutcome predecessor;
    private final @Nullable SharedWatch alone;
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final Instant startedAt;
    private final OutputLog log;
    private final OutputSource source;
    private final Lifetime lifetime = new Lifetime();
    private Map<String, ArtifactRef> before = Map.of();
    private boolean timedOut;
    private @Nullable PreparedTask<F> prepared;

    /**
     * An attempt.
     *
     * @param redelivered whether the same attempt may have run before, in another process
     * @param alone whether this process runs no other task meanwhile
     * @param predecessor what this attempt builds on, if that may not be durable yet, and may come too late; null for nothing
     */
    TaskExecution(
            RunContext<F> context,
            TaskUnit unit,
            boolean redelivered,
            boolean alone,
            @Nullable PendingOutcome predecessor) {
        this.context = context;
        this.predecessor = predecessor;
        this.redelivered = redelivered;
        this.alone = alone ? new SharedWatch(context.values()) : null;
        this.unit = unit;
        this.definition = context.definition();
        this.step = definition.step(unit.task().step());
        this.startedAt = context.clock().instant();
        this.log = context.output().newLog(unit);
        this.source = context.output().newSource(unit, log);
    }

    PendingOutcome run() {
        return source.call(this::runAttempt);
    }

    /** Ends the attempt with a failure, without a call of the step: its process died, so that nobody can say what it left. */
    PendingOutcome fail(Throwable failure) {
        return source.call(() -> {
            try {
                before = PreparedTask.before(context, unit);
            } catch (RuntimeException e) {
                return PendingOutcome.failed(unit, e, context.hidden());
            }
            if (unit.attempt() >= step.retries().times() && step.caughtIn() == null) { // or else that is said anyway
                log.add("failed: " + FailureText.line(failure, context.hidden()));
            }
            return commitFailure(failure);
        });
    }

    private PendingOutcome runAttempt() {
        try {
            prepare();
            return call() ? commitSuccess() : PendingOutcome.notStarted(unit);
        } catch (Throwable failure) { // also errors: whatever a step throws is its failure
            return commitFailure(failure);
        }
    }

    private void prepare() {
        before = PreparedTask.before(context, unit);
        prepared = PreparedTask.of(context, unit, before, redelivered, log, source, lifetime);
    }

    private PreparedTask<F> prepared() {
        return Objects.requireNonNull(prepared);
    }

    /** False if the run was told to stop before. */
    private boolean call() throws Throwable {
        F flow = prepared().flow();
        TaskArguments arguments = prepared().arguments();
        int number = definition.stepIndex(step.name());
        StepCall.Method method = () -> definition.call(flow, number, arguments);
        StepCall call = context.newCall(step, unit.path(), step.timeout() == null ? method : onOtherThread(method));
        try {
            return call.call();
        } finally {
            lifetime.end();
            source.end();
            timedOut = call.timedOut();
        }
    }

    private StepCall.Method onOtherThread(StepCall.Method method) {
        return () -> source.<@Nullable Void, Exception>call(() -> {
            method.call();
            return null;
        });
    }

    private PendingOutcome commitSuccess() {
        ArtifactWriter writer = context.newWriter(log);
        prepared().readOnlyFields().requireUnchanged(writer);
        requireSharedUnchanged();
        Map<String, ArtifactRef> after = results(writer).succeeded();
        note(step.access().mustAssign(), after);
        StoredValues values = new StoredValues(context, writer, after);
        ForkRecord fork = step.transition() instanceof Transition.Foreach foreach
                ? new FanOut(context, writer).fork(step, foreach, values)
                : null;
        List<String> next = next(values);
        TaskRecord record =
                record(TaskStatus.SUCCEEDED, after).next(next).fork(fork).build();
        return commit(record, null, writer);
    }

    /** Before the run succeeds, or before the next task of a process that runs one at a time: what tasks shared is still what they read. */
    private void requireSharedUnchanged() {
        if (alone != null) {
            alone.requireUnchanged();
        }
        if (step.transition() instanceof Transition.End) {
            List<ArtifactDefinition> changed = context.values().changedWhileShared();
            if (!changed.isEmpty()) {
                throw ReadOnlyValueException.changedWhileShared(changed);
            }
        }
    }

    /** Says what is worth to know of what the task leaves. The task is over: what goes wrong with that is no failure of it. */
    private void note(Set<String> assigned, Map<String, ArtifactRef> after) {
        TaskFields<F> fields = prepared().fields();
        try {
            if (!timedOut) { // then somebody may still change it
                context.sharedObjects().look(step, prepared().flow(), fields, after, log::add);
            }
            JoinInputs inputs = prepared().inputs();
            if (inputs != null) {
                context.unmerged().look(step, context::newFlow, inputs, fields, assigned, after, log::add);
            }
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(TaskExecution.class)
                    .warn("the results of task {} could not be checked for lost values", unit.path(), e);
        }
    }

    private List<String> next(StoredValues values) {
        return step.transition() instanceof Transition.Switch ways
                ? List.of(new SwitchDecision(context, step, ways, unit.task()).next(values))
                : step.transition().targets();
    }

    private PendingOutcome commitFailure(Throwable failure) {
        StackTraces.keepUserFrames(failure, definition.getClass().getName());
        try {
            FailureRecord failureRecord = FailureRecords.record(failure, context.hidden());
            boolean stopped = context.runningCalls().stopped(); // then the failure may be what the interrupt caused
            if (failure instanceof ReadOnlyValueException) { // a mistake of the code, which no other attempt mends
                return commitFailed(failure, failureRecord);
            } else if (!stopped && unit.attempt() < step.retries().times()) {
                return commitRetried(failure, failureRecord);
            } else if (!stopped && step.caughtIn() != null) {
                return commitCaught(failure, failureRecord);
            } else if (!stopped && context.policy().keepGoing()) {
                log.add("failed: " + FailureText.line(failure, context.hidden())
                        + "; the run continues with what does not depend on it");
            }
            return commitFailed(failure, failureRecord);
        } catch (RuntimeException | Error e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            return PendingOutcome.failed(unit, failure, context.hidden());
        }
    }

    private PendingOutcome commitRetried(Throwable failure, FailureRecord failureRecord) {
        int retry = unit.attempt() + 1;
        Duration wait = step.retries().delayBefore(retry);
        log.add("failed: " + FailureText.line(failure, context.hidden()) + "; retry " + retry + " of "
                + step.retries().times() + " follows" + (wait.isZero() ? "" : " after " + wait));
        return commitFailed(failure, failureRecord);
    }

    private PendingOutcome commitFailed(Throwable failure, FailureRecord failureRecord) {
        ArtifactWriter writer = context.newWriter(log);
        TaskRecord record = record(TaskStatus.FAILED, afterFailure(writer))
                .failure(failureRecord)
                .build();
        return commit(record, failure, writer);
    }

    private PendingOutcome commitCaught(Throwable failure, FailureRecord failureRecord) {
        log.add("failed: " + FailureText.line(failure, context.hidden()) + "; `" + step.caughtIn()
                + "` holds the failure, and the run goes on");
        ArtifactWriter writer = context.newWriter(log);
        Map<String, ArtifactRef> caught = withFailure(afterFailure(writer), failureRecord, writer);
        if (prepared != null) {
            if (!timedOut) {
                prepared.readOnlyFields()
                        .change(writer)
                        .ifPresent(change -> log.add(String.valueOf(change.getMessage())));
            }
            note(Set.of(), caught);
        }
        TaskRecord record = record(TaskStatus.CAUGHT, caught)
                .next(step.transition().targets())
                .failure(failureRecord)
                .build();
        return commit(record, null, writer);
    }

    private Map<String, ArtifactRef> withFailure(
            Map<String, ArtifactRef> after, FailureRecord record, ArtifactWriter writer) {
        ArtifactDefinition artifact = definition.artifact(Objects.requireNonNull(step.caughtIn()));
        Failure failure = new Failure(record.type(), record.message(), record.stackTrace());
        Map<String, ArtifactRef> all = new HashMap<>(after);
        all.put(artifact.name(), writer.write(artifact, failure, false));
        Map<String, ArtifactRef> ordered = new LinkedHashMap<>();
        for (ArtifactDefinition each : definition.artifacts()) {
            if (all.containsKey(each.name())) {
                ordered.put(each.name(), all.get(each.name()));
            }
        }
        return ordered;
    }

    /** Of an instance that somebody may still change nothing is stored, nor of one that was never made. */
    private Map<String, ArtifactRef> afterFailure(ArtifactWriter writer) {
        return timedOut || prepared == null
                ? new AbandonedResults<>(definition, step, before, context::newFlow, writer).artifacts()
                : results(writer).failed();
    }

    private TaskResults<F> results(ArtifactWriter writer) {
        return new TaskResults<>(definition, step, prepared().flow(), prepared().fields(), writer);
    }

    private TaskRecordBuilder record(TaskStatus status, Map<String, ArtifactRef> artifacts) {
        return TaskRecord.builder(
                        unit.run(),
                        unit.task(),
                        unit.attempt(),
                        status,
                        startedAt,
                        context.clock().instant())
                .artifacts(artifacts)
                .parents(unit.parents());
    }

    private PendingOutcome commit(TaskRecord record, @Nullable Throwable thrown, ArtifactWriter writer) {
        if (context.runningCalls().abandoned()) {
            LoggerFactory.getLogger(TaskExecution.class)
                    .warn("task {} ended after its run had abandoned it; its results are not stored", unit.path());
            return PendingOutcome.notStarted(unit);
        }
        source.end();
        List<ReportPart> parts =
                prepared == null ? List.of() : prepared.report().parts();
        if (!parts.isEmpty()) {
            new StoredReports(context.datastore(), unit.run())
                    .keep(unit.task(), unit.attempt(), parts, context.clock().instant());
        }
        log.flush();
        TaskCommit commit = new TaskCommit(record, writer.blobs(), writer.previews());
        TaskCommit.Predecessor before = predecessor == null ? null : predecessor.unsettledCommit();
        CompletableFuture<CommitResult> answer =
                context.datastore().runs().commit(before == null ? commit : commit.after(before));
        writer.committed();
        FinishedTasks finished = context.finishedTasks();
        if (record.finished()) {
            finished.add(record);
        }
        TaskUnit committed = unit; // so that what waits for the disk does not hold the values of this task
        CompletableFuture<?> durable = answer.thenAccept(result -> requireStored(result, record, committed))
                .whenComplete((nothing, problem) -> {
                    if (problem != null) {
                        finished.forget(record);
                    }
                });
        return PendingOutcome.committed(unit, record, thrown, durable, commit.asPredecessor());
    }

    /** That another execution has stored the attempt is no failure if it left the same: tasks that follow may have read it. */
    private static void requireStored(CommitResult result, TaskRecord record, TaskUnit unit) {
        if (result instanceof CommitResult.Duplicate duplicate) {
            if (!leavesTheSame(duplicate.stored(), record)) {
                throw new LostAttemptException(unit, duplicate.stored());
            }
        } else if (result instanceof CommitResult.Lost) {
            throw new LostAttemptException(unit, null);
        } else if (result instanceof CommitResult.Fenced) {
            throw DatastoreException.fenced(unit.run());
        } else if (result instanceof CommitResult.MissingBlob missing) {
            throw new DatastoreException("task " + unit.path() + " was not stored: its value " + missing.address()
                    + " was deleted from the datastore while it ran. Run it again.");
        }
    }

    private static boolean leavesTheSame(TaskRecord stored, TaskRecord record) {
        return stored.status() == record.status()
                && stored.artifacts().equals(record.artifacts())
                && stored.parents().equals(record.parents())
                && stored.next().equals(record.next())
                && Objects.equals(stored.fork(), record.fork())
                && Objects.equals(stored.failure(), record.failure());
    }
}
