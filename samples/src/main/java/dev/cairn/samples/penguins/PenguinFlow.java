package dev.cairn.samples.penguins;

import static dev.cairn.runtime.Merge.only;

import dev.cairn.Codec;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.TaskContext;
import dev.cairn.samples.penguins.PenguinFlowArtifacts.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * Finds the classifier that tells penguins apart best: cross-validates every candidate, side by side, trains the best one on
 * all that it may see, and judges it on penguins that no candidate has seen.
 */
@Flow
public class PenguinFlow {
    @Parameter(help = "CSV file of penguins")
    IncludedFile data = IncludedFile.ofResource(PenguinFlow.class, "penguins.csv");

    @Parameter(help = "parts of the cross-validation")
    int folds = 5;

    @Parameter(help = "share of the penguins that is held out for the last judgement")
    double heldOutShare = 0.2;

    @Parameter(help = "seed of all that is random")
    long seed = 1;

    List<Penguin> training;
    List<Penguin> heldOut;
    List<Candidate> candidates;
    Candidate candidate;
    double meanAccuracy;
    Candidate best;

    @Codec(TribuoModelCodec.class)
    Model<Label> model;

    Map<Species, Map<Species, Integer>> confusion;
    double accuracy;

    @Step(next = "evaluate", foreach = "candidates")
    void start() {
        List<Penguin> penguins = new ArrayList<>(PenguinFile.read(data));
        Collections.shuffle(penguins, new Random(seed));
        int boundary = (int) Math.round(penguins.size() * heldOutShare);
        heldOut = List.copyOf(penguins.subList(0, boundary));
        training = List.copyOf(penguins.subList(boundary, penguins.size()));
        if (heldOut.isEmpty() || training.size() < folds) {
            throw new IllegalArgumentException(
                    data.name() + " has too few penguins: " + penguins.size() + ", to hold out " + heldOut.size()
                            + " and to cross-validate the others in " + folds + " parts. Give it more.");
        }
        candidates = List.of(
                new Candidate.DecisionTree(2),
                new Candidate.DecisionTree(4),
                new Candidate.DecisionTree(6),
                new Candidate.LogisticRegression(1, 5),
                new Candidate.LogisticRegression(1, 50));
    }

    @Step(next = "choose")
    void evaluate(@Item Candidate item) {
        candidate = item;
        meanAccuracy = Classifiers.crossValidate(item, training, folds, seed);
    }

    @Step(next = "train")
    void choose(PenguinFlowArtifacts.ChooseInputs inputs, TaskContext task) {
        inputs.forEach(evaluate -> task.log("%.3f  %s".formatted(evaluate.meanAccuracy(), evaluate.candidate())));
        best = inputs.stream()
                .max(Comparator.comparingDouble(evaluate -> evaluate.meanAccuracy()))
                .orElseThrow()
                .candidate();
        inputs.mergeInto(this, only(Name.TRAINING, Name.HELD_OUT));
    }

    @Step(next = "end")
    void train() {
        model = Classifiers.train(best, training, seed);
    }

    @Step
    void end(TaskContext task) {
        confusion = Classifiers.confusion(model, heldOut);
        accuracy = Classifiers.accuracy(model, heldOut);
        task.log("the best is " + best);
        task.log("accuracy %.3f on %d penguins that it has not seen:".formatted(accuracy, heldOut.size()));
        confusion.forEach((species, counts) -> task.log("  %-10s %s".formatted(name(species), text(species, counts))));
    }

    private static String text(Species species, Map<Species, Integer> counts) {
        return counts.getOrDefault(species, 0) + " right"
                + counts.entrySet().stream()
                        .filter(entry -> entry.getKey() != species)
                        .map(entry -> ", " + entry.getValue() + " taken for " + name(entry.getKey()))
                        .collect(Collectors.joining());
    }

    private static String name(Species species) {
        return species.name().toLowerCase(Locale.ROOT);
    }
}
