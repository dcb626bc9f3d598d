package dev.cairn.engine;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.schedule.EarlyFacts;
import dev.cairn.engine.schedule.FactCheck;
import dev.cairn.engine.schedule.OpenForeach;
import dev.cairn.engine.schedule.OpenTask;
import dev.cairn.engine.schedule.OpenTask.State;
import dev.cairn.engine.schedule.OpenTasks;
import dev.cairn.engine.schedule.ReadyQueue;
import dev.cairn.engine.schedule.Unfolding;
import dev.cairn.runtime.definition.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Knows of one run what follows from what: told how attempts at tasks ended, it says which tasks may start. A join starts when all
 * branches of its split have arrived, a failed task once more as often as its step says, and nothing after a failure that is
 * final.
 *
 * <p>It is pure: it reads no store and no clock, draws no lots, and starts no thread. What may start depends on the facts alone, not on
 * their order: a fact that comes before those it follows from is kept until they have come, and one that comes twice, or late, is
 * ignored. So whoever tells a new schedule all stored attempts of a run, in any order, has the state in which the run was left. The
 * same calls give the same answers in any process.
 *
 * <p>Its memory grows with the tasks that are open, not with those of the run: the elements of a foreach begin as they are asked
 * for, and of finished ones one bit is kept. Not thread-safe.
 */
public final class Schedule {
    private final FlowPlan plan;
    private final RunId run;
    private final OpenTasks tasks;
    private final ReadyQueue ready;
    private final EarlyFacts early = new EarlyFacts();
    private final Unfolding unfolding;
    private final Set<OpenTask> newWaits = new LinkedHashSet<>();
    private final SortedSet<TaskId> failures = new TreeSet<>();

    /** What a schedule made of a fact. */
    public enum Answer {
        /** It is news, and what follows from it may start. */
        TAKEN,
        /** The attempt is over, and was known to be: the fact came twice, or too late. It is ignored. */
        LATE,
        /** The task follows from others that are not known to have ended. The fact is kept until they have. */
        EARLY
    }

    /**
     * An attempt that may start after some time.
     *
     * @param unit the attempt
     * @param delay how long to wait, from the end of the attempt before
     */
    public record Wait(TaskUnit unit, Duration delay) {}

    /** The schedule of a run that begins. */
    public Schedule(FlowPlan plan, RunId run) {
        this.plan = plan;
        this.run = run;
        this.tasks = new OpenTasks(plan.structure());
        this.ready = new ReadyQueue(plan);
        this.unfolding = new Unfolding(plan, tasks, ready, early);
        unfolding.begin();
    }

    /**
     * The next attempt to start, which now counts as running; null if there is none, until another fact is told or a wait is over.
     * What was begun comes before what was not.
     */
    public @Nullable TaskUnit poll() {
        OpenTask task = failed() ? null : ready.poll();
        return task == null ? null : unit(task);
    }

    /** The next attempts to start: as many as there are, but not more than {@code most}. */
    public List<TaskUnit> poll(int most) {
        List<TaskUnit> units = new ArrayList<>();
        TaskUnit unit = most > 0 ? poll() : null;
        while (unit != null) {
            units.add(unit);
            unit = units.size() < most ? poll() : null;
        }
        return units;
    }

    /** Whether {@link #poll()} may find an attempt: if not, it will find none. */
    public boolean hasReady() {
        return !failed() && !ready.isEmpty();
    }

    /**
     * The next attempt that has to wait, each once; null if there is none. Whoever asks does the waiting, and then says
     * {@link #waitOver}.
     */
    public @Nullable Wait pollWait() {
        if (failed() || newWaits.isEmpty()) {
            return null;
        }
        OpenTask task = newWaits.iterator().next();
        newWaits.remove(task);
        return new Wait(unit(task), delay(task));
    }

    /** Lets an attempt start that had to wait; does nothing if it does not wait. */
    public void waitOver(TaskUnit unit) {
        OpenTask task = tasks.find(unit.task());
        if (task != null && task.state() == State.WAITING && task.attempt() == unit.attempt()) {
            newWaits.remove(task);
            makeReady(task);
        }
    }

    /**
     * Goes on after an attempt that ended.
     *
     * @throws IllegalArgumentException if the fact cannot be one of this flow, or contradicts others
     */
    public Answer tell(TaskFact fact) {
        FactCheck.require(plan, fact);
        OpenTask task = unfolding.find(fact.task());
        if (task == null && !tasks.hasPassed(fact.task())) {
            early.add(fact);
            return Answer.EARLY;
        } else if (task == null || !task.awaits(fact.attempt())) {
            return Answer.LATE;
        }
        end(task, fact);
        for (TaskFact due = early.pollDue(); due != null; due = early.pollDue()) {
            end(Objects.requireNonNull(unfolding.find(due.task())), due);
        }
        return Answer.TAKEN;
    }

    /** Whether the last step finished. */
    public boolean succeeded() {
        return unfolding.ended();
    }

    /** Whether a task failed for good: nothing starts any more. */
    public boolean failed() {
        return !failures.isEmpty();
    }

    /** The tasks that failed for good, sorted by id; which of them was first is for those to know who have a clock. */
    public SortedSet<TaskId> failures() {
        return Collections.unmodifiableSortedSet(failures);
    }

    /**
     * The attempts whose end is not known: those that may start, that run and that have to wait, of each open task one, in no
     * particular order.
     *
     * @param most how many at most; of a foreach there may be very many that have not begun
     */
    public List<TaskUnit> open(int most) {
        List<TaskUnit> units = new ArrayList<>();
        tasks.begun()
                .filter(task -> task.state() != State.FAILED)
                .limit(most)
                .map(this::unit)
                .forEach(units::add);
        for (OpenForeach foreach : tasks.foreaches()) {
            foreach.waiting()
                    .limit(most - units.size())
                    .mapToObj(element -> firstUnit(foreach, element))
                    .forEach(units::add);
        }
        return units;
    }

    private TaskUnit firstUnit(OpenForeach foreach, int element) {
        TaskId task = plan.structure().element(foreach.opener(), element);
        return new TaskUnit(plan.flow(), run, task, 0, foreach.parents());
    }

    /**
     * The tasks of which facts are kept that came before those they follow from, sorted by id. If all facts of a run have been told
     * and there are any, some are missing.
     */
    public SortedSet<TaskId> early() {
        return early.tasks();
    }

    private TaskUnit unit(OpenTask task) {
        return new TaskUnit(plan.flow(), run, task.id(), task.attempt(), task.parents());
    }

    private Retries retries(OpenTask task) {
        return plan.policy(task.id().step()).retries();
    }

    private Duration delay(OpenTask task) {
        return retries(task).delayBefore(task.attempt());
    }

    private void makeReady(OpenTask task) {
        task.become(State.READY);
        ready.add(task);
    }

    private void end(OpenTask task, TaskFact fact) {
        leave(task);
        if (!(fact.ending() instanceof Failed failure)) {
            tasks.finish(task);
            unfolding.goOn(task, fact.ending());
        } else if (failure.mayRetry() && fact.attempt() < retries(task).times()) {
            retry(task, fact.attempt() + 1);
        } else {
            task.become(State.FAILED);
            failures.add(task.id());
        }
    }

    /** Takes a task out of wherever it waits. */
    private void leave(OpenTask task) {
        switch (task.state()) {
            case READY -> ready.remove(task);
            case RUNNING -> ready.ended(task);
            case WAITING -> newWaits.remove(task);
            case FAILED -> throw new IllegalStateException("task " + task.id() + " failed for good");
        }
    }

    private void retry(OpenTask task, int attempt) {
        task.retry(attempt);
        if (delay(task).isZero()) {
            makeReady(task);
        } else {
            task.become(State.WAITING);
            newWaits.add(task);
        }
    }
}
