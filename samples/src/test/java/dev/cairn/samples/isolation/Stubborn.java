package dev.cairn.samples.isolation;

import dev.cairn.Flow;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.Timeout;
import dev.cairn.runtime.TaskContext;

/** A flow whose first attempt at one step does not end, whatever anybody asks of it. */
@Flow
class Stubborn {
    long process;

    @Step(next = "end")
    @Retry(times = 1)
    @Timeout("PT1S")
    void start(TaskContext task) {
        System.out.println(ProcessHandle.current().pid());
        while (task.attempt() == 0) {
            Thread.onSpinWait();
        }
        process = ProcessHandle.current().pid();
    }

    @Step
    void end() {}
}
