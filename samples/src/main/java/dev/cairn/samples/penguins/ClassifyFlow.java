package dev.cairn.samples.penguins;

import dev.cairn.Codec;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Takes the model of the latest run of {@link PenguinFlow}, whenever and wherever that ran, and classifies a penguin. */
@Flow
public class ClassifyFlow {
    @Parameter(help = "run of PenguinFlow whose model to use; the latest by default")
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

    Species species;

    @Step(next = "end")
    void start(TaskContext task) {
        PenguinFlowRun run = modelRun.isEmpty()
                ? PenguinFlowRun.latest(task.datastore())
                : PenguinFlowRun.of(modelRun, task.datastore());
        model = run.end().model();
    }

    @Step
    void end(TaskContext task) {
        Penguin unknown = new Penguin(Species.ADELIE, billLength, billDepth, flipperLength, bodyMass);
        species = Classifiers.classify(model, unknown);
        task.log("this is a penguin of species " + species);
    }
}
