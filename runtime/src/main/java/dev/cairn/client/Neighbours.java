package dev.cairn.client;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.LastTasks;
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
            return record.parents().stream()
                    .map(parent -> expected(parent, task))
                    .toList();
        }
        LastTasks lastTasks = new LastTasks(structure, run.lookup());
        return IntStream.range(0, count)
                .mapToObj(element -> lastTasks
                        .of(task, element)
                        .map(last -> new Task(run, last))
                        .orElseThrow(() -> lost("the last task of element " + element, task)))
                .toList();
    }

    /** How many elements a join closes: none if it joins no foreach, or one over nothing. */
    private int elements(TaskId task) {
        return graph.step(task.step()).joins() && structure.splitOf(task.step()).fansOut()
                ? expected(structure.splitTask(task), task)
                        .fork()
                        .map(ForkRecord::count)
                        .orElse(0)
                : 0;
    }

    /** Those of the tasks that follow which have finished: all of them, where the run has succeeded. */
    List<Task> children(TaskRecord record) {
        List<TaskId> children = following(record);
        boolean all = record.finished() && run.successful();
        return children.stream()
                .flatMap(child -> all ? Stream.of(expected(child, record.task())) : run.find(child).stream())
                .toList();
    }

    private List<TaskId> following(TaskRecord record) {
        TaskId task = record.task();
        ForkRecord fork = record.fork();
        if (fork == null) {
            return record.next().stream()
                    .map(next -> structure.following(task, next))
                    .toList();
        } else if (fork.count() == 0) {
            return List.of(new TaskId(structure.joinOf(task.step()), task.position()));
        }
        return IntStream.range(0, fork.count())
                .mapToObj(element -> structure.element(task, element))
                .toList();
    }

    /** A task that has to be there, since another one says so. */
    private Task expected(TaskId task, TaskId witness) {
        return run.find(task).orElseThrow(() -> lost("task " + task, witness));
    }

    private DatastoreException lost(String what, TaskId witness) {
        return new DatastoreException("the datastore `"
                + run.reader().datastore().url() + "` is damaged: " + what + " of run " + run.pathspec()
                + " is missing, but task " + witness + " refers to it. Restore it from a backup");
    }
}
