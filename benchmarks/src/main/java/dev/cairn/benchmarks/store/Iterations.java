package dev.cairn.benchmarks.store;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A loop over one step, with one small artifact. */
@Flow
class Iterations {
    @Parameter
    int iterations = 100;

    int done;
    boolean more;

    @Step(next = "work")
    void start() {
        done = 0;
    }

    @Step(
            switchOn = "more",
            cases = {@Case(value = "true", next = "work"), @Case(value = "false", next = "end")},
            maxIterations = 1_000_000)
    void work() {
        done++;
        more = done < iterations;
    }

    @Step
    void end() {}
}
