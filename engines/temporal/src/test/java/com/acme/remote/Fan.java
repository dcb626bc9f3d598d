package com.acme.remote;

import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.concurrent.TimeUnit;

/** Many tasks, each of which takes some time and prints a line. */
@Flow
class Fan {
    @Parameter(help = "how many tasks")
    int items = 3;

    @Parameter(help = "how long each takes")
    int millis = 0;

    long square;
    long total;

    @Step(next = "work", foreach = "items")
    void start() {}

    @Step(next = "join")
    void work(@Index int item, TaskContext task) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
        square = (long) item * item;
        if (items < 10) {
            task.log(item + " squared is " + square);
        }
    }

    @Step(next = "end")
    void join(FanArtifacts.JoinInputs inputs) {
        total = inputs.stream().mapToLong(work -> work.square()).sum();
    }

    @Step
    void end() {
        System.out.println("the total is " + total);
    }
}
