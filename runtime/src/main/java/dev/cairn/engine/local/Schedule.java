package dev.cairn.engine.local;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.StepDefinition;
import dev.cairn.runtime.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows what follows from what: which tasks may start after a task finished. Joins start when all branches of their split have
 * arrived. Guarded by the lock of {@link LocalRun}.
 */
final class Schedule {
    private final FlowDefinition<?> definition;
    private final FlowStructure structure;
    private final ReadyTasks ready = new ReadyTasks();
    private boolean ended;

    Schedule(FlowDefinition<?> definition, FlowStructure structure) {
        this.definition = definition;
        this.structure = structure;
        Scope scope = Scope.outermost(structure.firstTask().position());
        ready.add(new ReadySource.Single(new ReadyTask(definition.steps().get(0), scope, List.of())));
    }

    /** The next task to start, or null if there is none now. */
    @Nullable
    ReadyTask poll() {
        return ready.poll();
    }

    /** Whether {@link #poll} may find another task. */
    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** Whether the end step finished. */
    boolean ended() {
        return ended;
    }

    /** Notes that a task ended, well or not. */
    void ended(ReadyTask task) {
        ready.ended(task);
    }

    /** Lets the next attempt of a task start. */
    void retry(ReadyTask task) {
        ready.add(new ReadySource.Single(task));
    }

    /** Goes on after a task that finished. */
    void finished(ReadyTask task, TaskRecord record) {
        Transition transition = task.step().transition();
        if (transition instanceof Transition.Linear || transition instanceof Transition.Switch) {
            follow(task.scope(), record.next().get(0), record.task());
        } else if (transition instanceof Transition.Split split) {
            open(task.scope(), split, record.task());
        } else if (transition instanceof Transition.Foreach foreach) {
            open(task.scope(), foreach, record);
        } else {
            ended = true;
        }
    }

    private void open(Scope scope, Transition.Split split, TaskId opener) {
        List<String> targets = split.targets();
        OpenSplit open = OpenSplit.ofBranches(scope, opener, split.join(), targets.size());
        for (int branch = targets.size() - 1; branch >= 0; branch--) { // the newest is taken first
            follow(scope.branch(open, branch), targets.get(branch), opener);
        }
    }

    private void open(Scope scope, Transition.Foreach foreach, TaskRecord opener) {
        ForkRecord fork = opener.fork();
        if (fork == null) {
            throw new IllegalStateException("task " + opener.task() + " did not fan out");
        }
        OpenSplit open = OpenSplit.ofForeach(scope, opener.task(), foreach.join(), fork.count());
        if (open.complete()) {
            join(open);
        } else {
            StepDefinition step = definition.step(foreach.next());
            ready.add(new ReadySource.Elements(step, open, opener.task(), fork.count(), structure));
        }
    }

    private void follow(Scope scope, String next, TaskId from) {
        StepDefinition step = definition.step(next);
        OpenSplit split = scope.split();
        if (!step.joins()) {
            Scope there = scope.at(structure.following(from, next).position());
            ready.add(new ReadySource.Single(new ReadyTask(step, there, List.of(from))));
        } else if (split == null || !split.join().equals(next)) {
            throw new IllegalStateException("step `" + next + "` does not join the split around " + from);
        } else {
            split.arrive(scope.branch(), from);
            if (split.complete()) {
                join(split);
            }
        }
    }

    private void join(OpenSplit split) {
        ready.add(
                new ReadySource.Single(new ReadyTask(definition.step(split.join()), split.outside(), split.parents())));
    }
}
