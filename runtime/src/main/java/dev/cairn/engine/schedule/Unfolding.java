package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Unfolds the graph of a flow into the tasks of a run: opens those that follow from one that finished, and counts what arrives at
 * joins. Belongs to one {@link Schedule}.
 */
public final class Unfolding {
    private final FlowPlan plan;
    private final OpenTasks tasks;
    private final ReadyQueue ready;
    private final EarlyFacts early;
    private @Nullable OpenForeach whole;
    private boolean ended;

    public Unfolding(FlowPlan plan, OpenTasks tasks, ReadyQueue ready, EarlyFacts early) {
        this.plan = plan;
        this.tasks = tasks;
        this.ready = ready;
        this.early = early;
    }

    /** Opens the first task. */
    public void begin() {
        open(new OpenTask(plan.structure().firstTask(), List.of(), new Strand(null, 0, tasks.outermost())));
    }

    /** Opens the first task of one element of a foreach, of which the others never arrive. */
    public void beginElement(TaskId opener, int element) {
        String join = plan.structure().joinOf(opener.step());
        OpenSplit foreach = new OpenBranches(new Strand(null, 0, tasks.outermost()), opener, join, 2);
        open(new OpenTask(
                plan.structure().element(opener, element), List.of(opener), new Strand(foreach, 0, tasks.outermost())));
    }

    /** Opens some elements of a foreach; all that ends is when they have come to their join. */
    public void beginElements(TaskId opener, int from, int to) {
        Strand outside = new Strand(null, 0, tasks.outermost());
        OpenForeach foreach = new OpenForeach(outside, opener, plan.step(opener.step()), from, to, tasks);
        whole = foreach;
        tasks.add(foreach);
        ready.add(foreach);
    }

    /**
     * Opens what a frontier says.
     *
     * @param opener the task that opened the elements with which all begins; null for a whole run
     */
    public void restore(@Nullable TaskId opener, String frontier) {
        OpenSplit outermost =
                new FrontierReader(plan, tasks, ready, frontier).read(new Strand(null, 0, tasks.outermost()));
        whole = opener == null ? null : (OpenForeach) outermost;
    }

    /** Lets a strand, whose task is open, go on with another task, which runs: what is between them is over. */
    public void jump(OpenTask from, TaskId to, List<TaskId> parents) {
        tasks.finish(from);
        OpenTask task = new OpenTask(to, parents, from.strand());
        tasks.add(task);
        ready.begun(task);
    }

    /** Whether the last step finished, or all elements with which it began have arrived. */
    public boolean ended() {
        return ended;
    }

    /**
     * An open task of which a fact is told; the first one of an element is open from the time when its foreach is. One that only begins
     * with this is not among those that may start, since the fact tells that it has. Null if there is none of this id.
     */
    @Nullable
    public OpenTask find(TaskId id) {
        OpenTask known = tasks.find(id);
        return known == null ? tasks.begin(id) : known;
    }

    /** Opens what follows from a task that finished so. */
    public void goOn(OpenTask task, Ending ending) {
        GraphStep step = plan.step(task.id().step());
        if (ending instanceof FannedOut foreach) {
            fanOut(task, step, foreach.count());
        } else if (step.splits()) {
            split(task, step);
        } else if (step.next().isEmpty()) {
            ended = true;
        } else {
            follow(task.strand(), ((Finished) ending).next().get(0), task.id());
        }
    }

    private void split(OpenTask task, GraphStep step) {
        OpenSplit split = new OpenBranches(
                task.strand(),
                task.id(),
                Objects.requireNonNull(step.matchingJoin()),
                step.next().size());
        for (int branch = step.next().size() - 1; branch >= 0; branch--) { // the newest is taken first
            follow(task.strand().branch(split, branch), step.next().get(branch), task.id());
        }
    }

    private void fanOut(OpenTask task, GraphStep step, int count) {
        OpenForeach foreach = new OpenForeach(task.strand(), task.id(), step, 0, count, tasks);
        if (foreach.complete()) {
            join(foreach);
        } else {
            tasks.add(foreach);
            ready.add(foreach);
            early.foreachOpened(foreach, plan.structure());
        }
    }

    private void follow(Strand strand, String next, TaskId from) {
        OpenSplit split = strand.split();
        if (!plan.step(next).joins()) {
            open(new OpenTask(plan.structure().following(from, next), List.of(from), strand));
        } else if (split == null || !split.join().equals(next)) {
            throw new IllegalStateException("step `" + next + "` does not join the split around " + from);
        } else {
            split.arrive(strand.branch(), from);
            if (split.complete()) {
                join(split);
            }
        }
    }

    /** Goes on with the join of a split, all of whose branches have arrived. */
    public void join(OpenSplit split) {
        if (split instanceof OpenForeach foreach) {
            tasks.remove(foreach);
            ready.remove(foreach);
        }
        if (split == whole) {
            ended = true;
            return;
        }
        open(new OpenTask(new TaskId(split.join(), split.opener().position()), split.parents(), split.outside()));
    }

    private void open(OpenTask task) {
        tasks.add(task);
        ready.add(task);
        early.taskOpened(task.id());
    }
}
