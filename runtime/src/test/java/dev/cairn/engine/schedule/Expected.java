package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run that keeps going, found by walking through the flow one task after the other, as if there were no time: a branch after the
 * other, and then the join. No queue, no counting.
 */
final class Expected {
    private final FlowStructure structure;
    private final Outcomes outcomes;
    private final Map<TaskId, List<TaskId>> parents = new LinkedHashMap<>();

    Expected(FlowStructure structure, Outcomes outcomes) {
        this.structure = structure;
        this.outcomes = outcomes;
        walk(structure.firstTask(), List.of(), "");
    }

    /** The parents of each task. */
    Map<TaskId, List<TaskId>> parents() {
        return parents;
    }

    /** Walks from {@code first} on; gives the task that came to {@code join}, or the last one, or null if nothing does, since one failed. */
    private @Nullable TaskId walk(TaskId first, List<TaskId> before, String join) {
        TaskId task = first;
        List<TaskId> from = before;
        while (true) {
            if (parents.put(task, from) != null) {
                throw new IllegalStateException("task " + task + " comes twice");
            }
            GraphStep step = outcomes.step(task);
            if (outcomes.isDoomed(task)) {
                return null;
            } else if (step.splits()) {
                from = step.fansOut() ? elements(task, step) : branches(task, step);
                if (from == null) {
                    return null;
                }
                task = new TaskId(step.matchingJoin(), task.position());
                continue;
            } else if (step.next().isEmpty()) {
                return task;
            }
            String next = outcomes.next(task);
            if (next.equals(join)) {
                return task;
            }
            from = List.of(task);
            task = structure.following(task, next);
        }
    }

    private @Nullable List<TaskId> branches(TaskId opener, GraphStep step) {
        List<TaskId> last = new ArrayList<>();
        for (String next : step.next()) {
            boolean empty = next.equals(step.matchingJoin());
            last.add(empty ? opener : walk(structure.following(opener, next), List.of(opener), step.matchingJoin()));
        }
        return last.contains(null) ? null : last;
    }

    private @Nullable List<TaskId> elements(TaskId opener, GraphStep step) {
        boolean complete = true;
        for (int element = 0; element < outcomes.count(opener); element++) {
            complete &= walk(structure.element(opener, element), List.of(opener), step.matchingJoin()) != null;
        }
        return complete ? List.of(opener) : null;
    }
}
