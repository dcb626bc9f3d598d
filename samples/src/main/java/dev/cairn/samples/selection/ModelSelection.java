package dev.cairn.samples.selection;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.nio.file.Path;
import java.util.List;

/** Trains one model per learning rate and keeps the best accuracy. */
@Flow
public class ModelSelection {
    @Parameter(help = "learning rates to try")
    List<Double> rates = List.of(0.01, 0.001, 0.0001);

    List<Config> candidates;
    Model model;
    double accuracy;
    double bestAccuracy;
    transient Path scratch;

    @Step(next = "train", foreach = "candidates")
    void start() {
        candidates = rates.stream().map(rate -> new Config(rate, 200)).toList();
    }

    @Step(next = "join")
    @Retry(times = 3, delay = "PT1S")
    void train(@Item Config config) {
        model = Model.train(config);
        accuracy = model.accuracy();
    }

    @Step(next = "end")
    void join(ModelSelectionArtifacts.JoinInputs inputs) {
        bestAccuracy =
                inputs.stream().mapToDouble(train -> train.accuracy()).max().orElseThrow();
    }

    @Step
    void end(TaskContext task) {
        task.log("best accuracy " + bestAccuracy);
    }
}
