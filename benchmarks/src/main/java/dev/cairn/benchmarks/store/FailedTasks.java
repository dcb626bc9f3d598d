package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import org.jspecify.annotations.NullUnmarked;

/** A foreach of many tasks, before a step that fails. */
@Flow
@NullUnmarked // steps assign its fields
class FailedTasks {
    @Parameter
    int tasks = 1_000;

    @Parameter
    boolean fails = true;

    long square;
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int number) {
        square = (long) number * number;
    }

    @Step(next = "end")
    void join(FailedTasksArtifacts.JoinInputs inputs) {
        ResumeWorker.joins();
        count = inputs.size();
        if (fails) {
            throw new IllegalStateException("it was asked for");
        }
    }

    @Step
    void end() {}
}
