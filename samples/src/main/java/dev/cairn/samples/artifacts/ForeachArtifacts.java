package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;

/** Foreach artifacts: one task per element, each with artifacts of its own, and a join that sees them all. */
@Flow
public class ForeachArtifacts {
    /**
     * One set of hyperparameters.
     *
     * @param learningRate the length of a step
     * @param batchSize the number of examples per step
     */
    public record Hyperparameters(double learningRate, int batchSize) {}

    List<Hyperparameters> parameters;
    List<Double> model;
    double accuracy;
    List<List<Double>> allModels;
    double bestAccuracy;

    @Step(next = "train", foreach = "parameters")
    void start() {
        parameters = List.of(
                new Hyperparameters(0.01, 32), new Hyperparameters(0.001, 64), new Hyperparameters(0.0001, 128));
    }

    @Step(next = "join")
    void train(@Item Hyperparameters current, TaskContext task) {
        task.log("Training with lr=" + current.learningRate());
        model = List.of(current.learningRate() * current.batchSize(), 1.0);
        accuracy = 1 - current.learningRate();
    }

    @Step(next = "end")
    void join(ForeachArtifactsArtifacts.JoinInputs inputs) {
        allModels = inputs.stream().map(train -> train.model()).toList();
        bestAccuracy =
                inputs.stream().mapToDouble(train -> train.accuracy()).max().orElseThrow();
    }

    @Step
    void end() {}
}
