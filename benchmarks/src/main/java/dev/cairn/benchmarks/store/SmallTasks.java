package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A foreach of many tasks, each of which has one small artifact. */
@Flow
class SmallTasks {
    @Parameter
    int tasks = 1_000;

    long square;
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int number) {
        square = (long) number * number;
    }

    @Step(next = "end")
    void join(SmallTasksArtifacts.JoinInputs inputs) {
        count = inputs.size();
    }

    @Step
    void end() {}
}
