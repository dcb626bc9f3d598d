package dev.cairn.runtime.graph;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the last task of an element of a foreach. If a switch selects the last step, or the step is in a loop, several tasks could be
 * the last one: it is the one that the join follows. Thread-safe if its {@link Lookup} is.
 */
public final class LastTasks {
    private final FlowStructure structure;
    private final Lookup tasks;

    /**
     * Finds tasks of one run.
     *
     * @param structure the structure of the run's flow
     * @param tasks finds the run's tasks; it is asked again with each call
     */
    public LastTasks(FlowStructure structure, Lookup tasks) {
        this.structure = structure;
        this.tasks = tasks;
    }

    /** Finds finished tasks. */
    public interface Lookup {
        /**
         * {@return the finished attempt of a task; empty if there is none}
         *
         * @param task the id of the task
         */
        Optional<TaskRecord> find(TaskId task);

        /**
         * {@return the last finished task of a step, in item order, whose position begins with the given one; empty if there is none}
         *
         * @param step the name of the step
         * @param position the first coordinates of the task, outermost first; if empty, the last task of all
         */
        Optional<TaskRecord> last(String step, List<Coordinate> position);
    }

    /**
     * {@return the last task of an element; empty if it has not arrived at the join}
     *
     * @param join the task that closes the foreach
     * @param element the position of the element, from 0
     */
    public Optional<TaskRecord> of(TaskId join, int element) {
        List<Coordinate> position = new ArrayList<>(join.position());
        position.add(new Index(element));
        return structure.lastSteps(join.step()).stream()
                .flatMap(step -> last(step, position).stream())
                .filter(task -> task.next().contains(join.step()))
                .findFirst();
    }

    /** The last finished task of a step whose position begins with {@code position}. */
    Optional<TaskRecord> last(String step, List<Coordinate> position) {
        return structure.depth(step) == position.size()
                ? tasks.find(new TaskId(step, position))
                : tasks.last(step, position);
    }
}
