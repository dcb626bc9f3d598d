package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts of tasks that are not open yet, one for each task: of several, the one that tells most. They are due when the task opens.
 * Belongs to one {@link Schedule}.
 */
public final class EarlyFacts {
    private final Map<TaskId, TaskFact> facts = new LinkedHashMap<>();
    private final Deque<TaskFact> due = new ArrayDeque<>();

    public void add(TaskFact fact) {
        facts.merge(fact.task(), fact, EarlyFacts::later);
    }

    /** A task that finished has no further attempts. */
    private static TaskFact later(TaskFact one, TaskFact other) {
        boolean oneFailed = one.ending() instanceof Failed;
        boolean otherFailed = other.ending() instanceof Failed;
        if (oneFailed != otherFailed) {
            return oneFailed ? other : one;
        }
        return one.attempt() >= other.attempt() ? one : other;
    }

    public SortedSet<TaskId> tasks() {
        return new TreeSet<>(facts.keySet());
    }

    void taskOpened(TaskId task) {
        TaskFact fact = facts.isEmpty() ? null : facts.remove(task);
        if (fact != null) {
            due.add(fact);
        }
    }

    /** Finds the facts of the first tasks of elements: by the elements or by the facts, whichever are fewer. */
    void foreachOpened(OpenForeach foreach, FlowStructure structure) {
        if (facts.size() >= foreach.count()) {
            for (int element = 0; element < foreach.count(); element++) {
                taskOpened(structure.element(foreach.opener(), element));
            }
        } else {
            facts.keySet().stream()
                    .filter(task -> isFirstOf(foreach, task, structure))
                    .toList()
                    .forEach(this::taskOpened);
        }
    }

    private static boolean isFirstOf(OpenForeach foreach, TaskId task, FlowStructure structure) {
        int level = structure.foreachesAround(task.step()).size() - 1;
        return task.step().equals(foreach.step())
                && structure.foreachTask(task, level).equals(foreach.opener())
                && structure
                        .element(foreach.opener(), structure.index(task, level))
                        .equals(task);
    }

    /** The next fact whose task is open; null if there is none. */
    @Nullable
    public TaskFact pollDue() {
        return due.poll();
    }
}
