package dev.cairn.benchmarks.cloud;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A foreach of many tasks, each of which has one small artifact. */
@Flow
class ManyTasks {
    @Parameter
    int tasks = 10_000;

    String result = "";
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int number) {
        result = Contender.result(number);
    }

    @Step(next = "end")
    void join(ManyTasksArtifacts.JoinInputs inputs) {
        count = inputs.size();
    }

    @Step
    void end() {}
}
