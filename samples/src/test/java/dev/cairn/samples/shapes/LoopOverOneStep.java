package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** A square root by Newton's method: one step, until it no longer changes much. */
@Flow
class LoopOverOneStep {
    @Parameter
    double number = 2;

    double root;
    boolean close;
    int iterations;

    @Step(next = "refine")
    void start() {
        root = number;
    }

    @Step(
            switchOn = "close",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "refine")},
            maxIterations = 20)
    void refine(TaskContext task) {
        double before = root;
        root = (root + number / root) / 2;
        close = Math.abs(root - before) < 1e-9;
        iterations = task.iteration() + 1;
    }

    @Step
    void end() {}
}
