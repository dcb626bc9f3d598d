package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/**
 * Checkpointing: a step assigns its state every few rounds; what it assigned last is stored when it ends. With {@code checkpoint()}, it
 * is stored at once, so that another attempt goes on from there.
 */
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
    @Retry(times = 2)
    void train(TaskContext task) {
        while (model.epoch() < 100) {
            model = new State(model.epoch() + 1, (model.value() + 2 / model.value()) / 2);
            if (model.epoch() % 10 == 1) {
                checkpoint = model;
                task.checkpoint();
            }
        }
    }

    @Step
    void end() {}
}
