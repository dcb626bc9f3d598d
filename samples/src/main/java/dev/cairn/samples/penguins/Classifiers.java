package dev.cairn.samples.penguins;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains and asks Tribuo's classifiers about penguins. */
final class Classifiers {
    private static final String[] FEATURES = {"billLength", "billDepth", "flipperLength", "bodyMass"};
    private static final LabelFactory LABELS = new LabelFactory();

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.tribuo");

    static {
        LOGGER.setLevel(Level.WARNING); // Tribuo tells of each model that it trains
    }

    private Classifiers() {}

    /** Trains a classifier. */
    static Model<Label> train(Candidate candidate, List<Penguin> penguins, long seed) {
        List<Example<Label>> examples =
                penguins.stream().map(Classifiers::example).toList();
        SimpleDataSourceProvenance provenance = new SimpleDataSourceProvenance("penguins", LABELS);
        return candidate.trainer(seed).train(new MutableDataset<>(new ListDataSource<>(examples, LABELS, provenance)));
    }

    /** The species that a classifier takes a penguin for. */
    static Species classify(Model<Label> model, Measurements measurements) {
        Example<Label> unknown = example(LabelFactory.UNKNOWN_LABEL, measurements);
        return Species.valueOf(model.predict(unknown).getOutput().getLabel());
    }

    /** The share of penguins that a classifier takes for what they are. */
    static double accuracy(Model<Label> model, List<Penguin> penguins) {
        long right = penguins.stream()
                .filter(penguin -> classify(model, penguin.measurements()) == penguin.species())
                .count();
        return (double) right / penguins.size();
    }

    /** How many penguins of each species a classifier takes for each species. */
    static Map<Species, Map<Species, Integer>> confusion(Model<Label> model, List<Penguin> penguins) {
        Map<Species, Map<Species, Integer>> confusion = new EnumMap<>(Species.class);
        for (Penguin penguin : penguins) {
            confusion
                    .computeIfAbsent(penguin.species(), species -> new EnumMap<>(Species.class))
                    .merge(classify(model, penguin.measurements()), 1, Integer::sum);
        }
        return confusion;
    }

    /** The mean accuracy over {@code folds} models, each trained without the part on which it is judged. */
    static double crossValidate(Candidate candidate, List<Penguin> penguins, int folds, long seed) {
        return IntStream.range(0, folds)
                .mapToDouble(fold -> {
                    Model<Label> model = train(candidate, part(penguins, folds, fold, false), seed);
                    return accuracy(model, part(penguins, folds, fold, true));
                })
                .average()
                .orElseThrow();
    }

    private static List<Penguin> part(List<Penguin> penguins, int folds, int fold, boolean inside) {
        return IntStream.range(0, penguins.size())
                .filter(i -> (i % folds == fold) == inside)
                .mapToObj(penguins::get)
                .toList();
    }

    private static Example<Label> example(Penguin penguin) {
        return example(new Label(penguin.species().name()), penguin.measurements());
    }

    /** Lengths in centimetres and decimetres, mass in kilograms: features of one order of magnitude train better. */
    private static Example<Label> example(Label label, Measurements measurements) {
        double[] values = {
            measurements.billLength() / 10,
            measurements.billDepth() / 10,
            measurements.flipperLength() / 100,
            measurements.bodyMass() / 1000
        };
        return new ArrayExample<>(label, FEATURES, values);
    }
}
