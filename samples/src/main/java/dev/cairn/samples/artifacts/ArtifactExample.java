package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;
import java.util.Map;

/** Creating artifacts: every field that a step assigns becomes one. */
@Flow
public class ArtifactExample {
    List<Integer> rawData;
    Map<String, List<Double>> model;
    double accuracy;
    Map<String, String> metadata;

    @Step(next = "end")
    void start() {
        rawData = List.of(1, 2, 3, 4, 5);
        model = Map.of("weights", List.of(0.5, 0.3, 0.2));
        accuracy = 0.95;
        metadata = Map.of("version", "1.0", "date", "2024-01-01");
    }

    @Step
    void end(TaskContext task) {
        task.log("Accuracy: " + accuracy);
        task.log("Data: " + rawData);
    }
}
