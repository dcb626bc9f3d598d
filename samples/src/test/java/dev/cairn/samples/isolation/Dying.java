package dev.cairn.samples.isolation;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Resources;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** A flow whose first attempt at one step does something to its process. */
@Flow
class Dying {
    @Parameter
    String how = "nothing";

    @Parameter
    int attempts = 1;

    int value;
    long process;
    long heap;

    @Step(next = "work")
    void start() {
        value = 20;
    }

    @Step(next = "end")
    @Retry(times = 1)
    void work(TaskContext task) throws Exception {
        System.out.println("attempt " + task.attempt());
        value++;
        if (task.attempt() < attempts) {
            Acts.act(how);
        }
        value++;
    }

    @Step
    @Resources(memory = "80m")
    void end() {
        process = ProcessHandle.current().pid();
        heap = Runtime.getRuntime().maxMemory();
    }
}
