package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The finished tasks of one step of a run, in item order. Immutable and thread-safe. Each call reads the current state of the
 * datastore.
 */
public final class StepTasks {
    private final Run run;
    private final String name;

    StepTasks(Run run, String name) {
        this.run = run;
        this.name = name;
    }

    /** {@return the name of the step} */
    public String name() {
        return name;
    }

    /** {@return the run that the tasks belong to} */
    public Run run() {
        return run;
    }

    /** {@return the pathspec, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train}} */
    public String pathspec() {
        return run.pathspec() + "/" + name;
    }

    /** {@return whether the step has a finished task} */
    public boolean ran() {
        return count() > 0;
    }

    /** {@return the number of finished tasks} Those whose failure was caught count too. */
    public long count() {
        return run.counts().stream()
                .filter(count -> count.step().equals(name) && count.status() != TaskStatus.FAILED)
                .mapToLong(StepCount::attempts)
                .sum();
    }

    /**
     * {@return the only task of a step outside any foreach; inside a foreach, the first task in item order} In a loop, it is the task of
     * the last iteration.
     *
     * @throws NoSuchTaskException if no task has finished
     */
    public Task task() {
        return first().orElseThrow(() -> new NoSuchTaskException(name, run.pathspec()));
    }

    private Optional<Task> first() {
        int foreaches = run.structure().foreachesAround(name).size();
        if (foreaches == 0) {
            return run.lookup().last(name, List.of()).map(record -> new Task(run, record));
        } else if (foreaches < run.structure().depth(name)) {
            return lastIterations().stream().findFirst();
        }
        return run.reader().datastore().runs().tasks(run.runId(), name, 0, 1).stream()
                .map(record -> new Task(run, record))
                .findFirst();
    }

    /**
     * {@return the task of an element of a foreach; in a loop, the task of the last iteration}
     *
     * @param indexes the position of the element in each foreach around the step, from 0, outermost first
     * @throws NoSuchTaskException if the task has not finished
     */
    public Task task(int... indexes) {
        List<Coordinate> elements = Arrays.stream(indexes)
                .mapToObj(index -> (Coordinate) new TaskId.Index(index))
                .toList();
        return lastIteration(new ArrayDeque<>(elements))
                .orElseThrow(() -> new NoSuchTaskException(new TaskId(name, elements).toString(), run.pathspec()));
    }

    private Optional<Task> lastIteration(Deque<Coordinate> elements) {
        int foreaches = run.structure().foreachesAround(name).size();
        if (elements.size() != foreaches) {
            return Optional.empty();
        }
        List<Coordinate> position = new ArrayList<>();
        for (int place = 0; place < run.structure().depth(name); place++) {
            int level = place;
            if (!run.structure().isLoop(name, place)) {
                position.add(elements.remove());
            } else if (run.lookup()
                    .last(name, position)
                    .map(last -> position.add(last.task().position().get(level)))
                    .isEmpty()) {
                return Optional.empty();
            }
        }
        return run.find(new TaskId(name, position));
    }

    /** {@return the finished tasks in item order, with all iterations of loops} The stream is lazy; close it after use. */
    public Stream<Task> stream() {
        Datastore datastore = run.reader().datastore();
        Stream<TaskRecord> records = datastore.runs().tasks(run.runId(), name);
        return StreamSupport.stream(
                        new TasksInTurn<>(
                                records.spliterator(),
                                datastore.blobs(),
                                (record, place) -> new Task(run, record, place)),
                        false)
                .onClose(records::close);
    }

    /** What the finished tasks are shown as, in item order. Of a run that goes on, those that have finished by now. */
    <V> List<V> views(Function<Task, V> view) {
        long count = run.finished() ? count() : Long.MAX_VALUE;
        if (count <= Integer.MAX_VALUE) {
            return new LazyTasks<>(
                    run.reader().datastore(),
                    run.runId(),
                    name,
                    (int) count,
                    (record, place) -> view.apply(new Task(run, record, place)));
        }
        try (Stream<Task> tasks = stream()) {
            return tasks.map(view).toList();
        }
    }

    /**
     * {@return the finished tasks in item order, without those of earlier iterations of a loop} For a loop in a foreach, this is the last
     * iteration of each element; for a foreach in a loop, the elements of the last iteration.
     */
    public List<Task> lastIterations() {
        Deque<Task> last = new ArrayDeque<>();
        try (Stream<Task> tasks = stream()) {
            tasks.forEach(task -> {
                while (!last.isEmpty() && isEarlierIteration(last.getLast(), task)) {
                    last.removeLast();
                }
                last.addLast(task);
            });
        }
        return List.copyOf(last);
    }

    /** Whether the first difference between two tasks, outermost first, is that of iterations. */
    private static boolean isEarlierIteration(Task earlier, Task later) {
        List<Coordinate> one = earlier.record().task().position();
        List<Coordinate> other = later.record().task().position();
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            if (!one.get(place).equals(other.get(place))) {
                return other.get(place) instanceof TaskId.Iteration;
            }
        }
        return false;
    }

    /** Text such as {@code Step("ModelSelection/20261123T211357042-k3f9x2dq/train")}. */
    @Override
    public String toString() {
        return "Step(\"" + pathspec() + "\")";
    }
}
