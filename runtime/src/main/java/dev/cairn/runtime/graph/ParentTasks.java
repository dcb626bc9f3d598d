package dev.cairn.runtime.graph;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Iteration;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parents of a task: the tasks whose artifacts it starts with. They follow from the graph, from the id of the task, and from
 * what is stored of the tasks before it, so that an engine need not remember them. It decides nothing else, and writes nothing.
 * Thread-safe if its {@link Lookup} is.
 */
public final class ParentTasks {
    /** From so many elements on, those that arrived at a join outside of all foreaches and loops are read in one pass. */
    private static final int MANY = 64;

    private final FlowStructure structure;
    private final Lookup tasks;
    private final LastTasks lastTasks;

    /**
     * Finds parents in one run.
     *
     * @param structure the structure of the run's flow
     * @param tasks finds the run's tasks; it is asked again with each call
     */
    public ParentTasks(FlowStructure structure, Lookup tasks) {
        this.structure = structure;
        this.tasks = tasks;
        this.lastTasks = new LastTasks(structure, tasks);
    }

    /** Finds finished tasks. */
    public interface Lookup extends LastTasks.Lookup {
        /**
         * {@return the finished attempts of all tasks of a step, in item order} The stream may be lazy; the caller closes it.
         *
         * @param step the name of the step
         */
        Stream<TaskRecord> all(String step);
    }

    /** The parents of a task, or why there are none. */
    public sealed interface Answer {}

    /**
     * All parents have finished, so the task may start.
     *
     * @param parents none for the first task; for a join, the last task of each branch in the order of the branches, or for the join of
     *     a foreach, the task that opened it; otherwise one
     */
    public record Found(List<TaskId> parents) implements Answer {
        /**
         * Copies the list.
         *
         * @param parents none for the first task; for a join, the last task of each branch in the order of the branches, or for the join of
         *     a foreach, the task that opened it; otherwise one
         */
        public Found {
            parents = List.copyOf(parents);
        }
    }

    /**
     * A task before it has not finished. Ask again later.
     *
     * @param reason a sentence without its full stop
     */
    public record Awaited(String reason) implements Answer {}

    /**
     * The run has no such task, and will not have it.
     *
     * @param reason a sentence without its full stop
     */
    public record Never(String reason) implements Answer {}

    /**
     * {@return the parents of a task, or why it has none yet, or never will}
     *
     * @param task any id
     */
    public Answer of(TaskId task) {
        if (!structure.hasStep(task.step())) {
            return new Never("flow " + structure.flow() + " has no step `" + task.step() + "`");
        } else if (!structure.hasPlaceOf(task)) {
            return new Never("step `" + task.step() + "` has no task `" + task + "`, because "
                    + structure.placesOf(task.step()));
        } else if (task.equals(structure.firstTask())) {
            return new Found(List.of());
        }
        return structure.step(task.step()).joins() ? ofJoin(task) : following(task);
    }

    /**
     * {@return whether {@code given} are the parents of a task: {@link Found} if they are} Of the join of a foreach, only the task that
     * opened it is looked for: whoever gives the parents has counted the elements.
     *
     * @param given the parents, in the order of {@link Found}
     * @param task any id
     */
    public Answer of(TaskId task, List<TaskId> given) {
        if (structure.hasStep(task.step())
                && structure.hasPlaceOf(task)
                && structure.step(task.step()).joins()
                && structure.splitOf(task.step()).fansOut()
                && given.equals(List.of(structure.splitTask(task)))) {
            return tasks.find(given.get(0))
                    .<Answer>map(opener -> new Found(given))
                    .orElseGet(() -> unfinished(given.get(0)));
        }
        Answer answer = of(task);
        return answer instanceof Found found && !found.parents().equals(given)
                ? new Never("the parents of task `" + task + "` are " + found.parents() + ", not " + given)
                : answer;
    }

    private static Awaited unfinished(TaskId task) {
        return new Awaited("task `" + task + "` has not finished");
    }

    private Answer following(TaskId task) {
        Set<String> awaited = new TreeSet<>();
        List<String> refusals = new ArrayList<>();
        for (GraphStep step : structure.stepsBefore(task.step())) {
            Answer answer = step.fansOut() ? opener(task) : before(step, task);
            if (answer instanceof Found) {
                return answer;
            } else if (answer instanceof Awaited) {
                awaited.add(step.name());
            } else if (answer instanceof Never never) {
                refusals.add(never.reason());
            }
        }
        if (awaited.isEmpty()) {
            return new Never("no path of this run leads to task `" + task + "`: " + String.join("; ", refusals));
        }
        return new Awaited("no task of step `" + String.join("` or `", awaited) + "` that leads to it has finished");
    }

    /** The task that opened the foreach of which {@code task} may be the first one of an element. */
    private Answer opener(TaskId task) {
        int level = structure.foreachesAround(task.step()).size() - 1;
        TaskId opener = structure.foreachTask(task, level);
        int element = structure.index(task, level);
        if (!structure.element(opener, element).equals(task)) {
            return new Never("`" + opener + "` leads to iteration 0 only");
        }
        Optional<TaskRecord> finished = tasks.find(opener);
        if (finished.isEmpty()) {
            return unfinished(opener);
        }
        ForkRecord fork = Objects.requireNonNull(finished.get().fork());
        return element < fork.count()
                ? new Found(List.of(opener))
                : new Never("the foreach of `" + opener + "` has " + fork.count() + " elements, counted from 0");
    }

    /** The task of {@code step} that leads to {@code task}. */
    private Answer before(GraphStep step, TaskId task) {
        List<Coordinate> position = positionBefore(step.name(), task);
        if (position == null) {
            return new Never("step `" + step.name() + "` leads to another iteration");
        }
        Optional<TaskRecord> last = lastTasks.last(step.name(), position);
        if (last.isEmpty()) {
            return unfinished(new TaskId(step.name(), position));
        } else if (last.get().next().contains(task.step())) {
            return new Found(List.of(last.get().task()));
        }
        boolean mayGoOn = structure.depth(step.name()) > position.size(); // in a loop of its own
        return mayGoOn
                ? unfinished(last.get().task())
                : new Never("`" + last.get().task() + "` selected "
                        + String.join(", ", last.get().next()));
    }

    /** How the position of a task of {@code step} begins that leads to {@code task}; null if none does. */
    private @Nullable List<Coordinate> positionBefore(String step, TaskId task) {
        List<Coordinate> position = task.position();
        if (structure.leadsBack(step, task.step())) {
            int loop = position.size() - 1;
            int iteration = position.get(loop).value();
            List<Coordinate> before = new ArrayList<>(position.subList(0, loop));
            before.add(new Iteration(Math.max(0, iteration - 1)));
            return iteration == 0 ? null : before;
        }
        List<Coordinate> shared = position.subList(0, structure.common(step, task.step()));
        return structure.entered(shared, task.step()).equals(position) ? shared : null;
    }

    private Answer ofJoin(TaskId join) {
        TaskId opener = structure.splitTask(join);
        Optional<TaskRecord> finished = tasks.find(opener);
        if (finished.isEmpty()) {
            return unfinished(opener);
        }
        ForkRecord fork = finished.get().fork();
        return fork == null ? ofBranches(join, finished.get()) : ofElements(join, opener, fork.count());
    }

    private Answer ofBranches(TaskId join, TaskRecord opener) {
        List<TaskId> parents = new ArrayList<>();
        for (String first : opener.next()) {
            Optional<TaskRecord> last = first.equals(join.step()) ? Optional.of(opener) : lastOfBranch(join, first);
            if (last.isEmpty()) {
                return new Awaited("the branch that begins with step `" + first + "` has not arrived");
            }
            parents.add(last.get().task());
        }
        return new Found(parents);
    }

    private Optional<TaskRecord> lastOfBranch(TaskId join, String first) {
        return structure.lastSteps(join.step(), first).stream()
                .flatMap(step -> lastTasks.last(step, join.position()).stream())
                .filter(task -> task.next().contains(join.step()))
                .findFirst();
    }

    private Answer ofElements(TaskId join, TaskId opener, int count) {
        OptionalInt missing =
                join.position().isEmpty() && count >= MANY ? missingOfAll(join, count) : missing(join, count);
        return missing.isPresent()
                ? new Awaited("element " + missing.getAsInt() + " of the foreach of `" + opener + "` has not arrived")
                : new Found(List.of(opener));
    }

    private OptionalInt missing(TaskId join, int count) {
        for (int element = 0; element < count; element++) {
            if (lastTasks.of(join, element).isEmpty()) {
                return OptionalInt.of(element);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt missingOfAll(TaskId join, int count) {
        BitSet arrived = new BitSet();
        for (String step : structure.lastSteps(join.step())) {
            try (Stream<TaskRecord> all = tasks.all(step)) {
                all.filter(task -> task.next().contains(join.step()))
                        .forEach(task ->
                                arrived.set(task.task().position().get(0).value()));
            }
        }
        int missing = arrived.nextClearBit(0);
        return missing < count ? OptionalInt.of(missing) : OptionalInt.empty();
    }
}
