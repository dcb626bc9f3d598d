package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;

/** Inspecting artifacts: a flow whose past runs the client looks at. */
@Flow
public class Inspection {
    @Parameter(help = "the numbers to average")
    List<Double> numbers = List.of(0.5, 1.0);

    double accuracy;
    List<Double> model;

    @Step(next = "process")
    void start() {}

    @Step(next = "end")
    void process() {
        accuracy = numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        model = List.of(accuracy, 1 - accuracy);
    }

    @Step
    void end() {}
}
