package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Steps that go on from checkpoints, in a foreach and in its join. */
@Flow
class Restoring {
    static final AtomicInteger FAILURES = new AtomicInteger();
    static final List<String> DONE = new ArrayList<>();

    List<Integer> sizes;
    String name;
    List<Integer> squares;
    int next;
    int sum;
    List<Integer> sums;

    @Step(next = "square", foreach = "sizes")
    void start() {
        sizes = List.of(3, 5);
        name = "squares";
    }

    @Step(next = "add")
    @Retry(times = 9)
    void square(TaskContext task, @Item int size) {
        if (!task.restored()) {
            squares = new ArrayList<>();
            next = 0;
        }
        while (next < size) {
            done(task, next);
            squares.add(next * next);
            next++;
            task.checkpoint();
            fail(task);
        }
    }

    @Step(next = "end")
    @Retry(times = 9)
    void add(TaskContext task, RestoringArtifacts.AddInputs inputs) {
        if (!task.restored()) {
            inputs.mergeInto(
                    this,
                    dev.cairn.runtime.Merge.except(RestoringArtifacts.Name.SQUARES, RestoringArtifacts.Name.NEXT));
            sums = new ArrayList<>();
        }
        while (sums.size() < inputs.size()) {
            done(task, sums.size());
            sums.add(inputs.get(sums.size()).squares().stream()
                    .mapToInt(Integer::intValue)
                    .sum());
            task.checkpoint();
            fail(task);
        }
    }

    @Step
    void end() {
        sum = sums.stream().mapToInt(Integer::intValue).sum();
        name = name + " of " + sizes;
    }

    private static void done(TaskContext task, int part) {
        synchronized (DONE) {
            DONE.add(task.taskId() + " " + part);
        }
    }

    private static void fail(TaskContext task) {
        if (FAILURES.getAndDecrement() > 0) {
            throw new IllegalStateException("after a checkpoint of " + task.taskId());
        }
    }
}
