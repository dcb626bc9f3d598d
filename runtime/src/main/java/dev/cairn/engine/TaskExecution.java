package dev.cairn.engine;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.StepDefinition;
import dev.cairn.runtime.StoredJoin;
import dev.cairn.runtime.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one task, from a fresh flow instance to the commit: makes the instance, sets what the step reads, calls the
 * step, decides what is stored. Used by one thread, once.
 */
final class TaskExecution<F> {
    private final RunTasks<F> tasks;
    private final TaskUnit unit;
    private final FlowDefinition<F> definition;
    private final StepDefinition step;
    private final Instant startedAt;
    private final TaskLog log;
    private TaskFields<F> fields;
    private @Nullable F flow;
    private @Nullable StoredJoin<F> join;

    TaskExecution(RunTasks<F> tasks, TaskUnit unit) {
        this.tasks = tasks;
        this.unit = unit;
        this.definition = tasks.definition();
        this.step = definition.step(unit.task().step());
        this.startedAt = tasks.clock().instant();
        this.log = new TaskLog(tasks.datastore().runs(), unit, tasks.clock());
        this.fields = new TaskFields<>(definition, step.access(), Map.of());
    }

    TaskOutcome run() {
        try {
            prepare();
            if (!tasks.runningCalls().enter()) {
                return TaskOutcome.notStarted();
            }
            try {
                call();
            } finally {
                tasks.runningCalls().leave();
            }
            return commitSuccess();
        } catch (Throwable failure) { // also errors: whatever a step throws is its failure
            return commitFailure(failure);
        }
    }

    private void prepare() {
        flow = tasks.newFlow();
        tasks.sharedValues().setParameters(flow, step.access());
        if (step.joins()) {
            join = newJoin(flow);
        } else if (!unit.parents().isEmpty()) {
            TaskRecord parent = tasks.finishedTasks().get(unit.parents().get(0));
            fields = new TaskFields<>(definition, step.access(), parent.artifacts());
            fields.load(flow, tasks.loader(), unit.path());
        }
    }

    private StoredJoin<F> newJoin(F instance) {
        JoinInputs inputs = new JoinInputs(tasks, unit);
        return new StoredJoin<>(
                definition,
                tasks.artifacts(),
                step,
                instance,
                tasks::newFlow,
                inputs.split(),
                inputs.size(),
                inputs::get);
    }

    private void call() throws Exception {
        StepArguments arguments = new StepArguments(unit, tasks.forks(), join, newContext());
        definition.call(flow, definition.stepIndex(step.name()), arguments);
    }

    private RunningTaskContext newContext() {
        return new RunningTaskContext(unit, tasks.run(), tasks.forks(), tasks.sharedValues()::parameters, log);
    }

    private TaskOutcome commitSuccess() {
        ArtifactWriter writer = tasks.newWriter();
        Map<String, ArtifactRef> after = results(writer).succeeded();
        StoredValues values = new StoredValues(tasks, writer, after);
        ForkRecord fork = step.transition() instanceof Transition.Foreach foreach
                ? new FanOut(tasks, writer).fork(step, foreach, values)
                : null;
        TaskRecord record = record(TaskStatus.SUCCEEDED, after, next(values), fork, null);
        return new TaskOutcome(record, null, commit(record, writer));
    }

    private List<String> next(StoredValues values) {
        return step.transition() instanceof Transition.Switch ways
                ? List.of(new SwitchDecision(tasks, step, ways, unit.task()).next(values))
                : step.transition().targets();
    }

    private TaskOutcome commitFailure(Throwable failure) {
        StackTraces.keepUserFrames(failure, definition.getClass().getName());
        try {
            ArtifactWriter writer = tasks.newWriter();
            Map<String, ArtifactRef> after =
                    flow == null ? Map.of() : results(writer).failed();
            TaskRecord record = record(TaskStatus.FAILED, after, List.of(), null, Failures.record(failure));
            return new TaskOutcome(record, failure, commit(record, writer));
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
            return TaskOutcome.failed(failure);
        }
    }

    private TaskResults<F> results(ArtifactWriter writer) {
        TaskFields<F> before = join == null ? fields : TaskFields.merged(definition, step.access(), join.merged());
        return new TaskResults<>(definition, step, flow, before, tasks::newFlow, writer);
    }

    private TaskRecord record(
            TaskStatus status,
            Map<String, ArtifactRef> artifacts,
            List<String> next,
            @Nullable ForkRecord fork,
            @Nullable FailureRecord failure) {
        return new TaskRecord(
                unit.run(),
                unit.task(),
                unit.attempt(),
                status,
                startedAt,
                tasks.clock().instant(),
                artifacts,
                unit.parents(),
                next,
                fork,
                failure);
    }

    private CompletableFuture<?> commit(TaskRecord record, ArtifactWriter writer) {
        if (tasks.runningCalls().abandoned()) {
            LoggerFactory.getLogger(TaskExecution.class)
                    .warn("task {} ended after its run had given up on it; nothing of it is stored", unit.path());
            return CompletableFuture.completedFuture(null);
        }
        log.flush();
        CompletableFuture<CommitResult> commit =
                tasks.datastore().runs().commit(new TaskCommit(record, writer.blobs()));
        writer.committed();
        if (record.finished()) {
            tasks.finishedTasks().add(record);
        }
        return commit.thenAccept(this::requireCommitted);
    }

    private void requireCommitted(CommitResult result) {
        if (result == CommitResult.LOST) {
            throw new LostAttemptException(unit);
        }
    }
}
