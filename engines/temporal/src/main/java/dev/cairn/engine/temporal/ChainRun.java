package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.Retries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs an attempt, and then what follows it, as long as nothing else could start. While the commits of some tasks are on their way to the disk,
 * the next task begins; what is reported is durable. For one thread.
 */
final class ChainRun {
    private static final int MOST_OPEN = 64;

    private final FlowPlan plan;
    private final ResourceQueues queues;
    private final UnitRun units;
    private final ChainTask task;
    private final BooleanSupplier closing;
    private final Deque<CompletableFuture<?>> open = new ArrayDeque<>(); // commits on their way to the disk

    /**
     * For one activity.
     *
     * @param closing whether the worker takes no more tasks
     */
    ChainRun(FlowPlan plan, ResourceQueues queues, UnitRun units, ChainTask task, BooleanSupplier closing) {
        this.plan = plan;
        this.queues = queues;
        this.units = units;
        this.task = task;
        this.closing = closing;
    }

    ChainOutcome run() {
        List<TaskId> parents = task.parents().stream().map(TaskId::parse).toList();
        TaskUnit first =
                new TaskUnit(task.flow(), new RunId(task.run()), TaskId.parse(task.task()), task.attempt(), parents);
        TaskUnit unit = first;
        UnitRun.Ended ended = run(null, unit);
        TaskUnit next = next(unit, ended.fact());
        while (next != null && units.micros() < task.millis() * 1000L && !closing.getAsBoolean()) {
            unit = next;
            ended = run(ended, unit);
            next = next(unit, ended.fact());
        }
        awaitOpen(0);
        String changed = units.changedWhileShared();
        boolean isFirst = unit.task().equals(first.task());
        return new ChainOutcome(
                unit.task().toString(),
                ended.fact().attempt(),
                isFirst
                        ? List.of()
                        : unit.parents().stream().map(TaskId::toString).toList(),
                changed == null ? Endings.write(plan, ended.fact()) : changed);
    }

    private UnitRun.Ended run(UnitRun.@Nullable Ended before, TaskUnit unit) {
        UnitRun.Ended ended = units.runAfter(before, unit);
        open.add(ended.durable());
        awaitOpen(MOST_OPEN);
        return ended;
    }

    /** Waits until no more than so many commits are on their way to the disk, and learns of those that have arrived, or failed. */
    private void awaitOpen(int most) {
        while (open.size() > most || !open.isEmpty() && open.peek().isDone()) {
            units.await(open.remove());
        }
    }

    private @Nullable TaskUnit next(TaskUnit unit, TaskFact fact) {
        if (fact.ending() instanceof Failed failed) {
            return failed.mayRetry() ? retry(unit, fact.attempt() + 1) : null;
        } else if (fact.ending() instanceof Finished finished && follows(unit, finished)) {
            String step = finished.next().get(0);
            TaskId following = plan.structure().following(unit.task(), step);
            return new TaskUnit(unit.flow(), unit.run(), following, 0, List.of(unit.task()));
        }
        return null;
    }

    private @Nullable TaskUnit retry(TaskUnit unit, int attempt) {
        Retries retries = plan.policy(unit.task().step()).retries();
        return attempt <= retries.times() && retries.delayBefore(attempt).isZero()
                ? new TaskUnit(unit.flow(), unit.run(), unit.task(), attempt, unit.parents())
                : null;
    }

    private boolean follows(TaskUnit unit, Finished finished) {
        return !plan.step(unit.task().step()).splits()
                && finished.next().size() == 1
                && !plan.step(finished.next().get(0)).joins()
                && plan.policy(finished.next().get(0)).maxParallel() == 0
                && queues.suffix(finished.next().get(0))
                        .equals(queues.suffix(unit.task().step()));
    }
}
