package dev.cairn.samples.isolation;

import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;

/** A flow that goes on after the process of a step has died. */
@Flow
class Forgiving {
    @Parameter
    String how = "nothing";

    int value;
    Failure failure;
    String said;

    @Step(next = "work")
    void start() {
        value = 20;
    }

    @Step(next = "end")
    @Catch("failure")
    void work() throws Exception {
        value = 30;
        Acts.act(how);
    }

    @Step
    void end() {
        said = failure == null ? "nothing" : failure.message();
    }
}
