package dev.cairn.client;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.graph.LastTasks;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the tasks before and after a task. The graph and the ids say where they are; nothing is searched, and each is read when its turn comes. */
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
    Stream<TaskRecord> parentRecords(TaskRecord record) {
        TaskId task = record.task();
        int count = foreachSplit(record)
                .map(split -> split.fork() == null ? 0 : split.fork().count())
                .orElse(0);
        if (count == 0) {
            return record.parents().stream().map(parent -> expected(parent, task));
        }
        LastTasks lastTasks = new LastTasks(structure, run.lookup());
        return IntStream.range(0, count)
                .mapToObj(element -> lastTasks
                        .of(task, element)
                        .orElseThrow(() -> lost("the last task of element " + element, task)));
    }

    /** The task that opened the foreach which a task closes; empty if it closes none. */
    Optional<TaskRecord> foreachSplit(TaskRecord record) {
        TaskId task = record.task();
        boolean closes = graph.step(task.step()).joins()
                && structure.splitOf(task.step()).fansOut();
        return closes ? Optional.of(expected(structure.splitTask(task), task)) : Optional.empty();
    }

    /** Those of the tasks that follow which have finished: all of them, where the run has succeeded. */
    Stream<TaskRecord> childRecords(TaskRecord record) {
        boolean all = record.finished() && run.successful();
        return following(record)
                .flatMap(child -> all ? Stream.of(expected(child, record.task())) : run.lookup().find(child).stream());
    }

    private Stream<TaskId> following(TaskRecord record) {
        TaskId task = record.task();
        ForkRecord fork = record.fork();
        if (fork == null) {
            return record.next().stream().map(next -> structure.following(task, next));
        } else if (fork.count() == 0) {
            return Stream.of(new TaskId(structure.joinOf(task.step()), task.position()));
        }
        return IntStream.range(0, fork.count()).mapToObj(element -> structure.element(task, element));
    }

    /** A task that has to be there, since another one says so. */
    private TaskRecord expected(TaskId task, TaskId witness) {
        return run.lookup().find(task).orElseThrow(() -> lost("task " + task, witness));
    }

    private DatastoreException lost(String what, TaskId witness) {
        return new DatastoreException("the datastore `"
                + run.reader().datastore().url() + "` is damaged: " + what + " of run " + run.pathspec()
                + " is missing, but task " + witness + " refers to it. Restore it from a backup");
    }
}
