package dev.cairn.samples.penguins;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.StructCodec;
import dev.cairn.runtime.IncludedFile;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** How the artifacts of {@link PenguinFlow} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class PenguinFlowCodecs {
    private static final NamedCodec<Species> SPECIES_CODEC =
            Codecs.enumeration(Species.class, Species.values());

    private static final NamedCodec<Measurements> MEASUREMENTS_CODEC = new MeasurementsCodec();

    private static final NamedCodec<Penguin> PENGUIN_CODEC = new PenguinCodec();

    private static final NamedCodec<Candidate.DecisionTree> DECISION_TREE_CODEC =
            new DecisionTreeCodec();

    private static final NamedCodec<Candidate.LogisticRegression> LOGISTIC_REGRESSION_CODEC =
            new LogisticRegressionCodec();

    private static final NamedCodec<Candidate> CANDIDATE_CODEC = Codecs.sealed(Candidate.class,
                    DECISION_TREE_CODEC, LOGISTIC_REGRESSION_CODEC);

    /** Stores {@link PenguinFlow#data}. */
    static final ArtifactCodec<IncludedFile> DATA = IncludedFile.CODEC;

    /** Stores {@link PenguinFlow#folds}. */
    static final ArtifactCodec<Integer> FOLDS = Codecs.INT;

    /** Stores {@link PenguinFlow#heldOutShare}. */
    static final ArtifactCodec<Double> HELD_OUT_SHARE = Codecs.DOUBLE;

    /** Stores {@link PenguinFlow#seed}. */
    static final ArtifactCodec<Long> SEED = Codecs.LONG;

    /** Stores {@link PenguinFlow#training}. */
    static final ArtifactCodec<List<Penguin>> TRAINING = Codecs.list(PENGUIN_CODEC);

    /** Stores {@link PenguinFlow#heldOut}. */
    static final ArtifactCodec<List<Penguin>> HELD_OUT = Codecs.list(PENGUIN_CODEC);

    /** Stores {@link PenguinFlow#candidates}. */
    static final ArtifactCodec<List<Candidate>> CANDIDATES = Codecs.list(CANDIDATE_CODEC);

    /** Stores an element of {@link PenguinFlow#candidates}. */
    static final ArtifactCodec<Candidate> CANDIDATES_ITEM = CANDIDATE_CODEC;

    /** Stores {@link PenguinFlow#candidate}. */
    static final ArtifactCodec<Candidate> CANDIDATE = CANDIDATE_CODEC;

    /** Stores {@link PenguinFlow#meanAccuracy}. */
    static final ArtifactCodec<Double> MEAN_ACCURACY = Codecs.DOUBLE;

    /** Stores {@link PenguinFlow#best}. */
    static final ArtifactCodec<Candidate> BEST = CANDIDATE_CODEC;

    /** Stores {@link PenguinFlow#model}. */
    static final ArtifactCodec<Model<Label>> MODEL = Codecs.custom(new TribuoModelCodec());

    /** Stores {@link PenguinFlow#confusion}. */
    static final ArtifactCodec<Map<Species, Map<Species, Integer>>> CONFUSION =
            Codecs.map(SPECIES_CODEC, Codecs.map(SPECIES_CODEC, Codecs.BOXED_INT));

    /** Stores {@link PenguinFlow#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    private PenguinFlowCodecs() {}

    private static final class MeasurementsCodec extends StructCodec<Measurements> {
        MeasurementsCodec() {
            super(Measurements.class, "dev.cairn.samples.penguins.Measurements",
                    field("billLength", Codecs.DOUBLE),
                    field("billDepth", Codecs.DOUBLE),
                    field("flipperLength", Codecs.DOUBLE),
                    field("bodyMass", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Measurements value) {
            PrimitiveFormat.writeDouble(output, value.billLength());
            PrimitiveFormat.writeDouble(output, value.billDepth());
            PrimitiveFormat.writeDouble(output, value.flipperLength());
            PrimitiveFormat.writeDouble(output, value.bodyMass());
        }

        @Override
        protected Measurements readFields(Kryo kryo, Input input) {
            return new Measurements(PrimitiveFormat.readDouble(input),
                    PrimitiveFormat.readDouble(input), PrimitiveFormat.readDouble(input),
                    PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Measurements create(FieldValues values) {
            return new Measurements(values.doubleAt(0), values.doubleAt(1), values.doubleAt(2),
                    values.doubleAt(3));
        }
    }

    private static final class PenguinCodec extends StructCodec<Penguin> {
        PenguinCodec() {
            super(Penguin.class, "dev.cairn.samples.penguins.Penguin",
                    field("species", SPECIES_CODEC),
                    field("measurements", MEASUREMENTS_CODEC));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Penguin value) {
            SPECIES_CODEC.write(kryo, output, value.species());
            MEASUREMENTS_CODEC.write(kryo, output, value.measurements());
        }

        @Override
        protected Penguin readFields(Kryo kryo, Input input) {
            return new Penguin(SPECIES_CODEC.read(kryo, input),
                    MEASUREMENTS_CODEC.read(kryo, input));
        }

        @Override
        protected Penguin create(FieldValues values) {
            return new Penguin(values.<Species>at(0), values.<Measurements>at(1));
        }
    }

    private static final class DecisionTreeCodec extends StructCodec<Candidate.DecisionTree> {
        DecisionTreeCodec() {
            super(Candidate.DecisionTree.class, "dev.cairn.samples.penguins.Candidate$DecisionTree",
                    field("maxDepth", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Candidate.DecisionTree value) {
            PrimitiveFormat.writeInt(output, value.maxDepth());
        }

        @Override
        protected Candidate.DecisionTree readFields(Kryo kryo, Input input) {
            return new Candidate.DecisionTree(PrimitiveFormat.readInt(input));
        }

        @Override
        protected Candidate.DecisionTree create(FieldValues values) {
            return new Candidate.DecisionTree(values.intAt(0));
        }
    }

    private static final class LogisticRegressionCodec extends StructCodec<Candidate.LogisticRegression> {
        LogisticRegressionCodec() {
            super(Candidate.LogisticRegression.class, "dev.cairn.samples.penguins.Candidate$LogisticRegression",
                    field("learningRate", Codecs.DOUBLE),
                    field("epochs", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Candidate.LogisticRegression value) {
            PrimitiveFormat.writeDouble(output, value.learningRate());
            PrimitiveFormat.writeInt(output, value.epochs());
        }

        @Override
        protected Candidate.LogisticRegression readFields(Kryo kryo, Input input) {
            return new Candidate.LogisticRegression(PrimitiveFormat.readDouble(input),
                    PrimitiveFormat.readInt(input));
        }

        @Override
        protected Candidate.LogisticRegression create(FieldValues values) {
            return new Candidate.LogisticRegression(values.doubleAt(0), values.intAt(1));
        }
    }
}
