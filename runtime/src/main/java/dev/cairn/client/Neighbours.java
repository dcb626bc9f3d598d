package dev.cairn.client;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.FlowGraph;
import dev.cairn.runtime.FlowGraph.GraphStep;
import dev.cairn.runtime.FlowStructure;
import java.util.ArrayList;
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

    /** The parents that are recorded; of the join of a foreach, the last task of each element. */
    List<Task> parents(TaskRecord record) {
        TaskId task = record.task();
        if (!graph.step(task.step()).joins() || !structure.splitOf(task.step()).fansOut()) {
            return record.parents().stream().flatMap(this::find).toList();
        }
        int count = run.find(structure.splitTask(task))
                .flatMap(Task::fork)
                .map(ForkRecord::count)
                .orElse(0);
        return IntStream.range(0, count)
                .mapToObj(element -> structure.lastTasks(task, element))
                .flatMap(last -> last.stream().flatMap(this::find))
                .toList();
    }

    /** Those of the tasks that follow which have finished. */
    List<Task> children(TaskRecord record) {
        ForkRecord fork = record.fork();
        return fork == null
                ? record.next().stream()
                        .flatMap(next -> find(after(record.task(), next)))
                        .toList()
                : elements(record, fork).flatMap(this::find).toList();
    }

    /** A join stands outside the split that it closes. */
    private TaskId after(TaskId task, String next) {
        GraphStep step = graph.step(next);
        boolean leavesForeach = step.joins() && structure.splitOf(next).fansOut();
        List<Coordinate> position = task.position();
        return new TaskId(next, leavesForeach ? position.subList(0, position.size() - 1) : position);
    }

    private Stream<TaskId> elements(TaskRecord record, ForkRecord fork) {
        TaskId task = record.task();
        if (fork.count() == 0) {
            return Stream.of(new TaskId(structure.joinOf(task.step()), task.position()));
        }
        return record.next().stream()
                .flatMap(next -> IntStream.range(0, fork.count()).mapToObj(element -> inside(task, next, element)));
    }

    private static TaskId inside(TaskId split, String step, int element) {
        List<Coordinate> position = new ArrayList<>(split.position());
        position.add(new Index(element));
        return new TaskId(step, position);
    }

    private Stream<Task> find(TaskId task) {
        return run.find(task).stream();
    }
}
