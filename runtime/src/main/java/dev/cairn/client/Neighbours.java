package dev.cairn.client;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.FlowGraph;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.LastTasks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the tasks before and after a task. The graph and the ids say where they are; nothing is searched. */
final class Neighbours {
    private final Run run;
    private final FlowGraph graph;
    private final FlowStructure structure;

    Neighbours(Run run) {
        this.run = run;
        this.graph = run.graph();
        this.structure = run.structure();
    }

    /** The parents that are recorded; of the join of a foreach, the last task of each element, if it has any. */
    List<Task> parents(TaskRecord record) {
        TaskId task = record.task();
        int count = elements(task);
        if (count == 0) {
            return record.parents().stream().flatMap(this::find).toList();
        }
        LastTasks lastTasks = new LastTasks(structure, run.lookup());
        return IntStream.range(0, count)
                .mapToObj(element -> lastTasks.of(task, element))
                .flatMap(last -> last.stream().map(found -> new Task(run, found)))
                .toList();
    }

    /** How many elements a join closes: none if it joins no foreach, or one over nothing. */
    private int elements(TaskId task) {
        return graph.step(task.step()).joins() && structure.splitOf(task.step()).fansOut()
                ? run.find(structure.splitTask(task))
                        .flatMap(Task::fork)
                        .map(ForkRecord::count)
                        .orElse(0)
                : 0;
    }

    /** Those of the tasks that follow which have finished. */
    List<Task> children(TaskRecord record) {
        TaskId task = record.task();
        ForkRecord fork = record.fork();
        if (fork == null) {
            return record.next().stream()
                    .flatMap(next -> find(structure.following(task, next)))
                    .toList();
        } else if (fork.count() == 0) {
            return find(new TaskId(structure.joinOf(task.step()), task.position()))
                    .toList();
        }
        return IntStream.range(0, fork.count())
                .mapToObj(element -> structure.element(task, element))
                .flatMap(this::find)
                .toList();
    }

    private Stream<Task> find(TaskId task) {
        return run.find(task).stream();
    }
}
