package dev.cairn.samples.penguins;

import dev.cairn.Codec;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.client.Cairn;
import dev.cairn.runtime.TaskContext;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * Takes the model of a run of {@link PenguinFlow}, whenever and wherever that ran, sees whether it is as good as it was, and
 * classifies a penguin.
 */
@Flow
public class ClassifyFlow {
    @Parameter(help = "run of PenguinFlow whose model to use; the latest that succeeded by default")
    String modelRun = "";

    @Parameter(help = "millimetres")
    double billLength = 39.1;

    @Parameter(help = "millimetres")
    double billDepth = 18.7;

    @Parameter(help = "millimetres")
    double flipperLength = 181;

    @Parameter(help = "grams")
    double bodyMass = 3750;

    @Codec(TribuoModelCodec.class)
    Model<Label> model;

    double accuracy;
    Species species;

    @Step(next = "end")
    void start(TaskContext task) {
        PenguinFlowRun run = PenguinFlowRun.of(modelRun.isEmpty() ? latest(task) : modelRun, task.datastore());
        model = run.end().model();
        accuracy = Classifiers.accuracy(model, run.end().heldOut());
    }

    @Step
    void end(TaskContext task) {
        species = Classifiers.classify(model, new Measurements(billLength, billDepth, flipperLength, bodyMass));
        task.log("this is a penguin of species " + species);
    }

    private static String latest(TaskContext task) {
        return Cairn.open(task.datastore())
                .flow("PenguinFlow")
                .latestSuccessful()
                .id();
    }
}
