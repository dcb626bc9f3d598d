package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import org.jspecify.annotations.NullUnmarked;

/** A foreach of tasks that have values of 40 KB, which compress well. */
@Flow
@NullUnmarked // steps assign its fields
class Heap {
    private static final int LENGTH = 5_000;

    @Parameter
    int tasks = 100;

    long[] values;
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int number) {
        HeapWorker.begins(number);
        values = new long[LENGTH];
        values[0] = number;
    }

    @Step(next = "end")
    void join(HeapArtifacts.JoinInputs inputs) {
        count = inputs.size();
    }

    @Step
    void end() {}
}
