package dev.cairn.client;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows one version of an artifact through a run: a task that did not assign it has the same reference as its parent. Each question
 * reads as few records as answer it.
 */
final class Lineage {
    private final Run run;
    private final String name;
    private final ArtifactRef version;

    /**
     * The lineage of a version.
     *
     * @param name the name under which the run stores it
     */
    Lineage(Run run, String name, ArtifactRef version) {
        this.run = run;
        this.name = name;
        this.version = version;
    }

    /** Whether this version exists after a task. */
    boolean isIn(TaskRecord task) {
        ArtifactRef ref = task.artifacts().get(name);
        return ref != null
                && ref.address().equals(version.address())
                && ref.createdAt().equals(version.createdAt());
    }

    /** The task that stored this version, which exists after {@code last}. */
    TaskRecord producer(TaskRecord last) {
        TaskRecord producer = last;
        for (Optional<TaskRecord> before = inherited(last); before.isPresent(); before = inherited(producer)) {
            producer = before.get();
        }
        return producer;
    }

    /**
     * The first of the tasks before {@code task} that had this version; empty if none had, so that {@code task} made it. What is in the join
     * of a foreach, and younger than its start, was made there: its elements, of which there may be many, ended before.
     */
    Optional<TaskRecord> inherited(TaskRecord task) {
        Neighbours neighbours = new Neighbours(run);
        Optional<TaskRecord> split = neighbours.foreachSplit(task);
        if (split.filter(this::isIn).isPresent()) {
            return split; // whichever element it came through, it was there before
        } else if (split.isPresent() && version.createdAt().isAfter(task.startedAt())) {
            return Optional.empty();
        }
        try (Stream<TaskRecord> parents = neighbours.parentRecords(task)) {
            return parents.filter(this::isIn).findFirst();
        }
    }

    /**
     * The tasks that started with this version, of the steps that may read it, in graph order and item order.
     *
     * @param producer the task that stored it
     */
    Stream<Task> readers(TaskRecord producer) {
        return readingSteps()
                .flatMap(step -> run.step(step.name()).stream())
                .filter(task -> !task.record().task().equals(producer.task()) && startedWith(task.record()));
    }

    /** The tasks of the steps that may read a parameter or constant, which all tasks have. */
    Stream<Task> readers() {
        return readingSteps().flatMap(step -> run.step(step.name()).stream());
    }

    /** A join may also read it from its inputs, which the graph does not tell. */
    private Stream<GraphStep> readingSteps() {
        return run.graph().steps().stream().filter(step -> step.joins() || step.mayRead(name));
    }

    private boolean startedWith(TaskRecord task) {
        return isIn(task) && !isNew(task) || inherited(task).isPresent();
    }

    /** Whether a task may have stored this version itself: another one that did so in the same instant stored an equal value. */
    private boolean isNew(TaskRecord task) {
        return !version.createdAt().isBefore(task.startedAt());
    }
}
