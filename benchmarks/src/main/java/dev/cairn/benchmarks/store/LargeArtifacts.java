package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import org.jspecify.annotations.NullUnmarked;

/** A foreach of tasks, each of which has one artifact that is stored as a file. */
@Flow
@NullUnmarked // steps assign its fields
class LargeArtifacts {
    @Parameter
    int tasks = 100;

    @Parameter
    int bytes = 100_000;

    byte[] content;
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int number) {
        content = Content.bytes(bytes, number);
    }

    @Step(next = "end")
    void join(LargeArtifactsArtifacts.JoinInputs inputs) {
        count = inputs.size();
    }

    @Step
    void end() {}
}
