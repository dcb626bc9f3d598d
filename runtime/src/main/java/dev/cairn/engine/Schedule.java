package dev.cairn.engine;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.schedule.EarlyFacts;
import dev.cairn.engine.schedule.FactCheck;
import dev.cairn.engine.schedule.Frontier;
import dev.cairn.engine.schedule.OpenForeach;
import dev.cairn.engine.schedule.OpenTask;
import dev.cairn.engine.schedule.OpenTask.State;
import dev.cairn.engine.schedule.OpenTasks;
import dev.cairn.engine.schedule.ReadyQueue;
import dev.cairn.engine.schedule.ReadySource;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tasks of a run may start, based on facts about ended attempts. A join starts when all branches of its split have
 * arrived. A failed task starts again as often as its step allows. After a final failure, nothing starts; or, if the schedule keeps going,
 * all that does not depend on the failed task.
 *
 * <p>A schedule is pure: it uses no datastore, no clock, no random numbers and no threads. What may start depends only on the facts,
 * not on their order. A fact that arrives too early is kept until the facts before it have arrived; a fact that arrives twice, or too
 * late, is ignored. So a new schedule that is told all stored attempts of a run, in any order, has the state in which the run was left.
 * The same calls give the same results in every process.
 *
 * <p>The memory grows with the number of open tasks, not with the number of all tasks of the run: the elements of a foreach are opened
 * only when they are polled, and a finished element needs one bit. Not thread-safe.
 */
public final class Schedule {
    private final FlowPlan plan;
    private final RunId run;
    private final boolean keepsGoing;
    private final OpenTasks tasks;
    private final ReadyQueue ready;
    private final EarlyFacts early = new EarlyFacts();
    private final Unfolding unfolding;
    private final Set<OpenTask> newWaits = new LinkedHashSet<>();
    private final SortedSet<TaskId> failures = new TreeSet<>();

    /** What a schedule did with a fact. */
    public enum Answer {
        /** The fact is new, and the tasks that follow may start. */
        TAKEN,
        /** The end of the attempt was already known: the fact came twice, or too late. It is ignored. */
        LATE,
        /** The ends of tasks before this one are not known yet. The fact is kept until they are. */
        EARLY
    }

    /**
     * An attempt that may start after some time.
     *
     * @param unit the attempt
     * @param delay how long to wait after the end of the previous attempt
     */
    public record Wait(TaskUnit unit, Duration delay) {}

    /** What may start: one attempt, or the first tasks of some elements of a foreach. */
    public sealed interface Work {}

    /**
     * An attempt that may start.
     *
     * @param unit the attempt
     */
    public record Single(TaskUnit unit) implements Work {}

    /**
     * Elements of a foreach, of which none has begun. Whoever runs them brings each through its branch, as far as to the join.
     *
     * @param opener the task that opened the foreach
     * @param from the first element
     * @param to the element after the last
     */
    public record Elements(TaskId opener, int from, int to) implements Work {
        /** {@return the number of elements} */
        public int size() {
            return to - from;
        }
    }

    /**
     * The schedule of a run that has not begun. It stops at the first failure.
     *
     * @param plan the flow
     * @param run the id that the units get
     */
    public Schedule(FlowPlan plan, RunId run) {
        this(plan, run, false);
    }

    /**
     * The schedule of a run that has not begun.
     *
     * @param keepsGoing whether tasks that do not depend on a failed one still start
     * @param plan the flow
     * @param run the id that the units get
     */
    public Schedule(FlowPlan plan, RunId run, boolean keepsGoing) {
        this(plan, run, keepsGoing, Unfolding::begin);
    }

    private Schedule(FlowPlan plan, RunId run, boolean keepsGoing, Consumer<Unfolding> begin) {
        this.plan = plan;
        this.run = run;
        this.keepsGoing = keepsGoing;
        this.tasks = new OpenTasks(plan.structure());
        this.ready = new ReadyQueue(plan);
        this.unfolding = new Unfolding(plan, tasks, ready, early);
        begin.accept(unfolding);
    }

    /**
     * The schedule of one element of a foreach alone, from its first task up to the join, which it does not reach.
     *
     * @param opener the task that opened the foreach
     * @param element the position of the element, from 0
     * @param plan the flow
     * @param run the id that the units get
     * @return a schedule whose first unit may start
     */
    public static Schedule ofElement(FlowPlan plan, RunId run, TaskId opener, int element) {
        return new Schedule(plan, run, false, unfolding -> unfolding.beginElement(opener, element));
    }

    /**
     * A schedule of a part of a run: of some elements of a foreach, none of which has begun. It {@linkplain #succeeded() succeeds} when all
     * of them have come to the join, which is not part of it.
     *
     * @param elements at least one element
     * @param plan the flow
     * @param run the id that the units get
     * @return a schedule in which these elements may start
     */
    public static Schedule of(FlowPlan plan, RunId run, Elements elements) {
        return new Schedule(
                plan,
                run,
                false,
                unfolding -> unfolding.beginElements(elements.opener(), elements.from(), elements.to()));
    }

    /**
     * Starts an attempt: from now on it counts as running. Elements of a foreach that have begun come before those that have not.
     *
     * @return the next attempt; null if nothing may start until another fact is reported, or a wait has ended
     */
    public @Nullable TaskUnit poll() {
        OpenTask task = stopped() ? null : ready.poll();
        return task == null ? null : unit(task);
    }

    /**
     * Starts some attempts, as {@link #poll()} does.
     *
     * @param most the largest number of attempts
     * @return the attempts, in the order of their start; empty if nothing may start
     */
    public List<TaskUnit> poll(int most) {
        List<TaskUnit> units = new ArrayList<>();
        TaskUnit unit = most > 0 ? poll() : null;
        while (unit != null) {
            units.add(unit);
            unit = units.size() < most ? poll() : null;
        }
        return units;
    }

    /**
     * What starts next: as {@link #poll()}, but elements of a foreach that have not begun are handed out together. The bound on parallel
     * tasks of a step does not hold within them.
     *
     * @param most the largest number of elements; at least 1
     * @return an attempt or some elements; null as for {@link #poll()}
     */
    public @Nullable Work pollWork(int most) {
        ReadySource source = stopped() ? null : ready.next();
        if (source instanceof OpenForeach foreach) {
            int from = foreach.next();
            int to = foreach.takeRange(most);
            return new Elements(foreach.opener(), from, to);
        }
        return source == null ? null : new Single(unit(Objects.requireNonNull(ready.poll())));
    }

    /**
     * The elements of which {@link #pollWork} returns some next, if these are elements of a foreach. Nothing changes.
     *
     * @return a range that begins with the first element that has not begun, and is as long as there are such elements; null if something
     *     else starts next, or nothing
     */
    public @Nullable Elements nextElements() {
        ReadySource source = stopped() ? null : ready.next();
        return source instanceof OpenForeach foreach
                ? new Elements(foreach.opener(), foreach.next(), foreach.next() + foreach.waitingCount())
                : null;
    }

    /**
     * {@return the task that opened the foreach of which elements start next, none of which has begun: {@link #pollWork} hands out some of
     * them; null if something else starts next, or nothing}
     */
    public @Nullable TaskId nextOpener() {
        return !stopped() && ready.next() instanceof OpenForeach foreach ? foreach.opener() : null;
    }

    /**
     * Takes elements back that {@link #pollWork} returned, because they have not begun.
     *
     * @param elements the range that was returned, or a part of it
     * @throws IllegalArgumentException if they were not handed out
     */
    public void giveBack(Elements elements) {
        OpenForeach foreach = open(elements);
        foreach.giveBack(elements.from(), elements.to());
        ready.addAgain(foreach);
    }

    /**
     * Continues after elements that {@link #pollWork} returned, all or some of them, have come to the join.
     *
     * @param elements the range that was returned, or a part of it
     * @throws IllegalArgumentException if they were not handed out
     */
    public void tellArrived(Elements elements) {
        OpenForeach foreach = open(elements);
        foreach.arriveAll(elements.from(), elements.to());
        if (foreach.complete()) {
            unfolding.join(foreach);
        }
    }

    /**
     * Continues after elements that have not begun here, and have come to the join: as if the end of each of their tasks were told.
     *
     * @param elements the elements
     * @throws IllegalArgumentException if their foreach is not open, or if one of them has begun
     */
    public void tellEnded(Elements elements) {
        OpenForeach foreach = open(elements);
        foreach.arriveUnbegun(elements.from(), elements.to());
        if (foreach.complete()) {
            unfolding.join(foreach);
            endAllDue();
        }
    }

    private OpenForeach open(Elements elements) {
        OpenForeach foreach = tasks.foreach(elements.opener());
        if (foreach == null) {
            throw new IllegalArgumentException("task " + elements.opener()
                    + " has no open foreach. Report only elements" + " that the schedule returned.");
        }
        return foreach;
    }

    /**
     * Continues after a chain of tasks: each followed the one before, and none of them split. {@code first} was returned by this schedule,
     * and {@code last} is the attempt that ended so.
     *
     * @param first the attempt with which the chain began
     * @param last an attempt at its last task, with its parents
     * @param fact how it ended
     * @throws IllegalArgumentException if {@code first} is not open, or if the fact is impossible in this flow
     */
    public void tellChain(TaskUnit first, TaskUnit last, TaskFact fact) {
        FactCheck.require(plan, fact);
        OpenTask begun = tasks.find(first.task());
        if (begun == null || !fact.task().equals(last.task())) {
            throw new IllegalArgumentException(
                    "task " + first.task() + " is not open. Report only attempts that the schedule returned.");
        }
        if (!first.task().equals(last.task())) {
            leave(begun);
            unfolding.jump(begun, last.task(), last.parents());
        }
        tell(fact);
    }

    /**
     * Where the run is, as text from which {@link #at} makes a schedule that goes on. It grows with what is open, not with what is
     * finished.
     *
     * @return the text, of one line
     * @throws IllegalStateException if something is running, has to wait, or has failed
     */
    public String frontier() {
        return new Frontier(plan, tasks).text();
    }

    /**
     * A schedule that goes on where another one was.
     *
     * @param frontier what {@link #frontier} returned, of a schedule of the same elements
     * @param elements the elements of which that was a schedule; null for that of a whole run
     * @param plan the flow
     * @param run the id that the units get
     * @return a schedule in which nothing is running
     * @throws IllegalArgumentException if the text is none of a frontier
     */
    public static Schedule at(FlowPlan plan, RunId run, @Nullable Elements elements, String frontier) {
        Schedule schedule = new Schedule(plan, run, false, unfolding -> {});
        schedule.unfolding.restore(elements == null ? null : elements.opener(), frontier);
        return schedule;
    }

    /**
     * {@return whether {@link #poll()} may return an attempt}. If this is false, it returns null; if it is true, it may still return null.
     */
    public boolean hasReady() {
        return !stopped() && !ready.isEmpty();
    }

    /**
     * The next attempt that must wait. Each is returned once. The caller waits, and then calls {@link #waitOver}.
     *
     * @return null if no further attempt must wait
     */
    public @Nullable Wait pollWait() {
        if (stopped() || newWaits.isEmpty()) {
            return null;
        }
        OpenTask task = newWaits.iterator().next();
        newWaits.remove(task);
        return new Wait(unit(task), delay(task));
    }

    /**
     * Lets an attempt start that had to wait. Does nothing if it is not waiting.
     *
     * @param unit the attempt that {@link #pollWait} returned
     */
    public void waitOver(TaskUnit unit) {
        OpenTask task = tasks.find(unit.task());
        if (task != null && task.state() == State.WAITING && task.attempt() == unit.attempt()) {
            newWaits.remove(task);
            makeReady(task);
        }
    }

    /**
     * Continues after an ended attempt.
     *
     * @param fact how the attempt ended
     * @return what was done with the fact
     * @throws IllegalArgumentException if the fact is impossible in this flow, or contradicts other facts
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
        endAllDue();
        return Answer.TAKEN;
    }

    private void endAllDue() {
        for (TaskFact due = early.pollDue(); due != null; due = early.pollDue()) {
            end(Objects.requireNonNull(unfolding.find(due.task())), due);
        }
    }

    /** {@return whether the last step finished} */
    public boolean succeeded() {
        return unfolding.ended();
    }

    /** {@return whether a task failed, after all its retries}. Then nothing more starts, unless this schedule keeps going. */
    public boolean failed() {
        return !failures.isEmpty();
    }

    private boolean stopped() {
        return failed() && !keepsGoing;
    }

    /**
     * Whether nothing more can start, whatever happens to the tasks that are running.
     *
     * @return true if the last step finished; or if a task failed and, if this schedule keeps going, each task that has begun and not
     *     finished is running or has failed, and none is ready or waits
     */
    public boolean over() {
        return succeeded() || stopped() || failed() && tasks.count() == failures.size() && !ready.hasTask();
    }

    /**
     * The tasks that failed, after all their retries. A schedule has no clock, so it does not know which was first.
     *
     * @return a view that cannot be modified, sorted by id
     */
    public SortedSet<TaskId> failures() {
        return Collections.unmodifiableSortedSet(failures);
    }

    /**
     * The attempts whose end is not known: those that may start, are running, or must wait. There is one per open task that has not failed,
     * in no particular order.
     *
     * @param most the largest number to return; a foreach may have very many elements that have not begun
     * @return a new list
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
     * The tasks whose facts arrived too early and are kept, sorted by id. If this is not empty after all facts of a run have been told,
     * some facts are missing.
     *
     * @return the tasks; a fact before them is missing
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
            case FAILED ->
                throw new IllegalStateException("task " + task.id() + " has failed, and has no retries left");
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
