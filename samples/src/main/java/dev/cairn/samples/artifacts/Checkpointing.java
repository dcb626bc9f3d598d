package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;

/** Checkpointing: a step assigns its state every few rounds; what it assigned last is stored when it ends. */
@Flow
public class Checkpointing {
    /**
     * A number on its way to the square root of two.
     *
     * @param epoch how often it was improved
     * @param value the number
     */
    public record State(int epoch, double value) {}

    State model;
    State checkpoint;

    @Step(next = "train")
    void start() {
        model = new State(0, 1);
    }

    @Step(next = "end")
    void train() {
        for (int epoch = 0; epoch < 100; epoch++) {
            model = new State(epoch + 1, (model.value() + 2 / model.value()) / 2);
            if (epoch % 10 == 0) {
                checkpoint = model;
            }
        }
    }

    @Step
    void end() {}
}
