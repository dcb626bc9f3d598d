package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.Schedule;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks of a run that have begun and not finished, the foreaches around them, and what they have passed. Belongs to one {@link Schedule}. */
public final class OpenTasks {
    private final FlowStructure structure;
    private final Progress outermost = new Progress();
    private final Map<TaskId, OpenTask> begun = new LinkedHashMap<>();
    private final Map<TaskId, OpenForeach> foreaches = new LinkedHashMap<>();

    public OpenTasks(FlowStructure structure) {
        this.structure = structure;
    }

    /** How far the run has come outside of all foreaches. */
    Progress outermost() {
        return outermost;
    }

    void add(OpenTask task) {
        begun.put(task.id(), task);
    }

    void add(OpenForeach foreach) {
        foreaches.put(foreach.opener(), foreach);
    }

    void remove(OpenForeach foreach) {
        foreaches.remove(foreach.opener());
    }

    /** Notes that a task finished. */
    public void finish(OpenTask task) {
        begun.remove(task.id());
        task.strand().progress().pass(task.id());
    }

    public Stream<OpenTask> begun() {
        return begun.values().stream();
    }

    /** The number of tasks that have begun and not finished; those that failed are among them. */
    public int count() {
        return begun.size();
    }

    public Collection<OpenForeach> foreaches() {
        return foreaches.values();
    }

    /** A foreach that is open; null if this task opened none. */
    @Nullable
    public OpenForeach foreach(TaskId opener) {
        return foreaches.get(opener);
    }

    /** A task that has begun and not finished; null if there is none of this id. */
    @Nullable
    public OpenTask find(TaskId task) {
        return begun.get(task);
    }

    /** Begins with the first task of an element of an open foreach; null if {@code task} is none, or has begun. */
    @Nullable
    OpenTask begin(TaskId task) {
        int level = structure.foreachesAround(task.step()).size() - 1;
        OpenForeach foreach = level < 0 ? null : foreaches.get(structure.foreachTask(task, level));
        if (foreach == null) {
            return null;
        }
        int element = structure.index(task, level);
        if (element >= foreach.count()) {
            throw new IllegalArgumentException("task " + task + " belongs to element " + element
                    + ", counted from 0, of a foreach that has only " + foreach.count()
                    + " elements. Two runs are mixed up, or a record is damaged.");
        }
        boolean first = structure.element(foreach.opener(), element).equals(task);
        return first && !foreach.hasBegun(element) ? foreach.begin(element, task) : null;
    }

    /** The id of the first task of an element. */
    TaskId firstTask(OpenForeach foreach, int element) {
        return structure.element(foreach.opener(), element);
    }

    /** A new task: the first one of an element. */
    OpenTask begin(OpenForeach foreach, int element, TaskId first) {
        OpenTask task = new OpenTask(first, foreach.parents(), new Strand(foreach, element, new Progress()));
        add(task);
        return task;
    }

    /** Whether a task that has not begun can no longer do so: it finished, or what it is a part of did. */
    public boolean hasPassed(TaskId task) {
        Progress progress = outermost;
        int levels = structure.foreachesAround(task.step()).size();
        for (int level = 0; level < levels; level++) {
            TaskId opener = structure.foreachTask(task, level);
            OpenForeach foreach = foreaches.get(opener);
            if (foreach == null) {
                return progress.hasPassed(opener);
            }
            int element = structure.index(task, level);
            if (foreach.hasArrived(element)) {
                return true;
            }
            progress = foreach.progress(element);
            if (progress == null) {
                return false;
            }
        }
        return progress.hasPassed(task);
    }
}
