package dev.cairn.client;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.NoSuchTaskException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The finished tasks of one step of a run, in item order. Immutable and thread-safe; it shows what is stored when it is asked. */
public final class StepTasks {
    private final Run run;
    private final String name;

    StepTasks(Run run, String name) {
        this.run = run;
        this.name = name;
    }

    /** The name of the step. */
    public String name() {
        return name;
    }

    /** The run. */
    public Run run() {
        return run;
    }

    /** {@code ModelSelection/20261123T211357042-k3f9x2dq/train}. */
    public String pathspec() {
        return run.pathspec() + "/" + name;
    }

    /** Whether the step has a finished task. */
    public boolean ran() {
        try (Stream<Task> tasks = stream()) {
            return tasks.findFirst().isPresent();
        }
    }

    /** The number of finished tasks. */
    public long count() {
        try (Stream<Task> tasks = stream()) {
            return tasks.count();
        }
    }

    /**
     * The only task of a step outside any foreach; of a step inside one, the first in item order.
     *
     * @throws NoSuchTaskException if none has finished
     */
    public Task task() {
        try (Stream<Task> tasks = stream()) {
            return tasks.findFirst().orElseThrow(() -> new NoSuchTaskException(name, run.pathspec()));
        }
    }

    /**
     * The task for an element of a foreach.
     *
     * @param indexes the position of the element in each foreach around the step, outermost first
     * @throws NoSuchTaskException if it has not finished
     */
    public Task task(int... indexes) {
        List<Coordinate> position = Arrays.stream(indexes)
                .mapToObj(index -> (Coordinate) new TaskId.Index(index))
                .toList();
        TaskId task = new TaskId(name, position);
        return run.find(task).orElseThrow(() -> new NoSuchTaskException(task.toString(), run.pathspec()));
    }

    /** The finished tasks, in item order. Lazy; to be closed. */
    public Stream<Task> stream() {
        Stream<TaskRecord> records = run.reader().datastore().runs().tasks(run.runId(), name);
        return records.map(record -> new Task(run, record)).onClose(records::close);
    }

    /** {@code Step("ModelSelection/20261123T211357042-k3f9x2dq/train")}. */
    @Override
    public String toString() {
        return "Step(\"" + pathspec() + "\")";
    }
}
