package dev.cairn.runtime.graph;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the task with which an element of a foreach ended. Where a switch chooses the last step, several tasks may have run
 * that could be it, and of a step in a loop it is not known which iteration was the last; the one is it that went on to the
 * join. As thread-safe as its {@link Lookup}.
 */
public final class LastTasks {
    private final FlowStructure structure;
    private final Lookup tasks;

    /** Finds tasks of one run. */
    public LastTasks(FlowStructure structure, Lookup tasks) {
        this.structure = structure;
        this.tasks = tasks;
    }

    /** Where finished tasks are looked up. */
    public interface Lookup {
        /** The finished attempt of a task. */
        Optional<TaskRecord> find(TaskId task);

        /** Of the tasks of a step whose position begins so, the one that finished and comes last in item order. */
        Optional<TaskRecord> last(String step, List<Coordinate> position);
    }

    /**
     * The last task of an element.
     *
     * @param join the task that closes the foreach
     */
    public Optional<TaskRecord> of(TaskId join, int element) {
        List<Coordinate> position = new ArrayList<>(join.position());
        position.add(new Index(element));
        return structure.lastSteps(join.step()).stream()
                .flatMap(step -> last(step, position).stream())
                .filter(task -> task.next().contains(join.step()))
                .findFirst();
    }

    private Optional<TaskRecord> last(String step, List<Coordinate> position) {
        return structure.depth(step) == position.size()
                ? tasks.find(new TaskId(step, position))
                : tasks.last(step, position);
    }
}
