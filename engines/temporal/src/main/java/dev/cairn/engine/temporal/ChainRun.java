package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.Retries;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs an attempt, and then what follows it, as long as nothing else could start. For one thread. */
final class ChainRun {
    private final FlowPlan plan;
    private final ResourceQueues queues;
    private final UnitRun units;
    private final ChainTask task;
    private final BooleanSupplier closing;

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
        TaskFact fact = run(unit);
        TaskUnit next = next(unit, fact);
        while (next != null && units.micros() < task.millis() * 1000L && !closing.getAsBoolean()) {
            unit = next;
            fact = run(unit);
            next = next(unit, fact);
        }
        String changed = units.changedWhileShared();
        boolean isFirst = unit.task().equals(first.task());
        return new ChainOutcome(
                unit.task().toString(),
                fact.attempt(),
                isFirst
                        ? List.of()
                        : unit.parents().stream().map(TaskId::toString).toList(),
                changed == null ? Endings.write(plan, fact) : changed);
    }

    private TaskFact run(TaskUnit unit) {
        UnitRun.Ended ended = units.run(unit);
        units.await(ended.durable());
        return ended.fact();
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
