package dev.cairn.samples.report;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** Counts the birds of many squares of a map. */
@Flow
class CensusFlow {
    @Parameter(help = "squares of the map")
    int squares = 100_000;

    double density;
    int birds;
    double meanDensity;
    long allBirds;

    @Step(next = "count", foreach = "squares")
    void start() {}

    @Step(next = "add")
    @Retry(times = 1)
    void count(@Item int square, TaskContext task) {
        if (square % 9973 == 17 && task.attempt() == 0) {
            throw new IllegalStateException("fog over square " + square);
        }
        density = 4 + 3 * Math.sin(square / 9000.0) + square * 7919 % 1000 / 500.0;
        birds = (int) (density * 3);
    }

    @Step(next = "end")
    void add(CensusFlowArtifacts.AddInputs inputs) {
        inputs.forEach(count -> {
            allBirds += count.birds();
            meanDensity += count.density() / inputs.size();
        });
    }

    @Step
    void end(TaskContext task) {
        task.log(allBirds + " birds");
    }
}
