package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.ItemIndexes;
import dev.cairn.runtime.values.ItemMatches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what was done for elements of a foreach that is opened again: the list is known only when the task that opens it has run.
 * An element that is in both lists keeps its branch, task by task, as far as the tasks of the branch start with what they started with
 * before. Thread-safe: foreaches that open at once take turns.
 */
final class ChangedLists implements ReuseSource {
    private final FlowDefinition<?> definition;
    private final FlowPlan plan;
    private final Datastore datastore;
    private final RunId run;
    private final OriginRun origin;
    private final BranchRules rules;
    private final BiFunction<Function<TaskId, Optional<TaskRecord>>, PresentBlobs, Reuse> reuse;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it waits for the datastore
    private final boolean shared;
    private final Map<TaskId, Optional<ItemMatches>> opened =
            new HashMap<>(); // those around further ones, by the task that opened them; empty if that was taken over

    /** Is told what was reused. */
    @FunctionalInterface
    interface Listener {
        /** A task opened a foreach: a line for each step whose tasks were looked at. */
        void opened(TaskId opener, List<String> lines);
    }

    /**
     * For one new run.
     *
     * @param reuse decides, with the tasks of the run that is resumed, and with what is there of their values
     * @param shared whether other processes execute tasks of the run too: they may have opened foreaches, and taken over the same tasks
     */
    ChangedLists(
            FlowDefinition<?> definition,
            FlowPlan plan,
            Datastore datastore,
            RunId run,
            OriginRun origin,
            BranchRules rules,
            BiFunction<Function<TaskId, Optional<TaskRecord>>, PresentBlobs, Reuse> reuse,
            boolean shared,
            Listener listener) {
        this.definition = definition;
        this.plan = plan;
        this.datastore = datastore;
        this.run = run;
        this.origin = origin;
        this.rules = rules;
        this.reuse = reuse;
        this.shared = shared;
        this.listener = listener;
    }

    @Override
    public List<TaskFact> after(TaskFact ended, BooleanSupplier stopped) throws InterruptedException {
        lock.lock();
        try {
            return afterAlone(ended, stopped);
        } finally {
            lock.unlock();
        }
    }

    private List<TaskFact> afterAlone(TaskFact ended, BooleanSupplier stopped) throws InterruptedException {
        String opener = ended.task().step();
        Thread.interrupted(); // what a step did to its thread is no reason to stop
        if (!(ended.ending() instanceof FannedOut)
                || !rules.mayReuseBranchesOf(opener) && !rules.opensFurther(opener)) {
            return List.of();
        }
        TaskRecord now = datastore.runs().task(run, ended.task()).orElseThrow();
        if (now.origin() != null) {
            return List.of(); // with its branches, as far as they could be
        }
        TaskRecord before = found(ended.task());
        ListChange change = compare(before, now);
        opened.put(ended.task(), Optional.of(change.matches()));
        try {
            return before == null || !rules.mayReuseBranchesOf(opener)
                    ? List.of()
                    : takeOver(before, now, change, stopped);
        } finally {
            if (!rules.opensFurther(opener)) {
                opened.remove(ended.task());
            }
        }
    }

    /** The task that opened the foreach in the run that is resumed; null if there is none. */
    private @Nullable TaskRecord found(TaskId opener) {
        TaskId before = before(opener);
        return before == null
                ? null
                : datastore
                        .runs()
                        .task(origin.run().id(), before)
                        .filter(task -> task.fork() != null)
                        .orElse(null);
    }

    private ListChange compare(@Nullable TaskRecord before, TaskRecord now) {
        ForkRecord list = Objects.requireNonNull(now.fork());
        ForkRecord listBefore = before == null ? null : before.fork();
        if (listBefore == null) {
            return new ListChange(ItemMatches.none(list.count()), Reason.NEW_ELEMENT);
        }
        try {
            return ListChange.of(
                    listBefore,
                    list,
                    definition.artifact(list.artifact()),
                    rules.placeReadInBranchesOf(now.task().step()),
                    new ItemIndexes(new ArtifactLoader(datastore)));
        } catch (NoSuchBlobException e) {
            return new ListChange(ItemMatches.none(list.count()), Reason.LOST);
        }
    }

    private List<TaskFact> takeOver(TaskRecord before, TaskRecord now, ListChange change, BooleanSupplier stopped)
            throws InterruptedException {
        Inherited inherited = Inherited.between(definition, before.artifacts(), now.artifacts());
        ReuseReport report = new ReuseReport(new ExpectedTasks(FlowGraph.of(definition), plan.structure()));
        report.opened(now);
        List<TaskFact> facts = new ArrayList<>();
        TakenOver taken = new TakenOver(datastore.runs(), origin.path(), shared);
        String opener = now.task().step();
        PresentBlobs blobs = new PresentBlobs(datastore.blobs());
        try (OriginTasks tasks = new OriginTasks(datastore.runs(), origin.run().id(), blobs)) {
            boolean once = now.task().position().isEmpty(); // who opens again and again does not ask in order
            Reuse decides = reuse.apply(
                    once
                            ? tasks::find
                            : task -> datastore.runs().task(origin.run().id(), task),
                    blobs);
            for (int element = 0; element < change.matches().count() && !stopped.getAsBoolean(); element++) {
                if (change.matches().isMatched(element)) {
                    branch(Schedule.ofElement(plan, run, now.task(), element), inherited, decides, report, clone -> {
                        taken.add(clone);
                        facts.add(TaskFact.of(clone));
                    });
                } else {
                    report.runs(rules.firstOfBranchesOf(opener), change.reason());
                }
            }
        }
        taken.awaitStored();
        listener.opened(now.task(), report.linesOfDecided(rules.branchesOf(opener)));
        return facts;
    }

    /** Stores a task. */
    @FunctionalInterface
    private interface Store {
        void store(TaskRecord clone) throws InterruptedException;
    }

    private void branch(Schedule schedule, Inherited inherited, Reuse decides, ReuseReport report, Store store)
            throws InterruptedException {
        Map<TaskId, Inherited> left = new HashMap<>(); // by tasks that left less than what all inherit
        for (TaskUnit unit = schedule.poll(); unit != null; unit = schedule.poll()) {
            StepDefinition step = definition.step(unit.task().step());
            Inherited own =
                    step.joins() ? inherited : left.getOrDefault(unit.parents().get(0), inherited);
            Reuse.Decision decision = decides.decide(unit, this::requiredBefore, own);
            TaskRecord clone = decision.taken();
            if (clone == null) {
                report.runs(step.name(), decision.requiredReason());
                continue;
            }
            store.store(clone);
            schedule.tell(TaskFact.of(clone));
            report.reused(clone);
            if (decision.left() != inherited) {
                left.put(unit.task(), decision.left());
            }
        }
    }

    private TaskId requiredBefore(TaskId task) {
        return Objects.requireNonNull(before(task));
    }

    /** What a task was in the run that is resumed; null if it is in the branch of an element that is new. */
    private @Nullable TaskId before(TaskId task) {
        if (opened.isEmpty() && !shared) {
            return task;
        }
        List<Coordinate> position = new ArrayList<>(task.position());
        int level = 0;
        for (int place = 0; place < position.size(); place++) {
            if (position.get(place) instanceof Index index) {
                ItemMatches matches = matches(plan.structure().foreachTask(task, level++));
                if (matches != null && !matches.isMatched(index.value())) {
                    return null;
                } else if (matches != null) {
                    position.set(place, new Index(matches.before(index.value())));
                }
            }
        }
        return new TaskId(task.step(), position);
    }

    /** Of a foreach that was opened before; null if the task that opened it was taken over, so that its list is the same. */
    private @Nullable ItemMatches matches(TaskId opener) {
        Optional<ItemMatches> known = opened.get(opener);
        if (known == null && shared) { // another process may have opened it
            TaskRecord now = datastore.runs().task(run, opener).orElseThrow();
            known = now.origin() == null
                    ? Optional.of(compare(found(opener), now).matches())
                    : Optional.empty();
            opened.put(opener, known);
        }
        return known == null ? null : known.orElse(null);
    }
}
