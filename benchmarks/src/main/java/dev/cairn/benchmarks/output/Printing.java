package dev.cairn.benchmarks.output;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** Writes lines, and says how long that took. */
@Flow
class Printing {
    @Parameter
    int lines = 1000;

    @Parameter
    boolean logged;

    long nanoseconds;

    @Step(next = "end")
    void start(TaskContext task) {
        long start = System.nanoTime();
        for (int i = 0; i < lines; i++) {
            String line = "epoch " + i + ", loss 0.01234567, accuracy 0.98765432";
            if (logged) {
                task.log(line);
            } else {
                System.out.println(line);
            }
        }
        nanoseconds = System.nanoTime() - start;
    }

    @Step
    void end() {}
}
