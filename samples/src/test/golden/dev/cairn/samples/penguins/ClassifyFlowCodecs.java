package dev.cairn.samples.penguins;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.NamedCodec;
import javax.annotation.processing.Generated;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** How the artifacts of {@link ClassifyFlow} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ClassifyFlowCodecs {
    private static final NamedCodec<Species> SPECIES_CODEC = Codecs.enumeration(Species.class, Species.values());

    /** Stores {@link ClassifyFlow#modelRun}. */
    static final ArtifactCodec<String> MODEL_RUN = Codecs.STRING;

    /** Stores {@link ClassifyFlow#billLength}. */
    static final ArtifactCodec<Double> BILL_LENGTH = Codecs.DOUBLE;

    /** Stores {@link ClassifyFlow#billDepth}. */
    static final ArtifactCodec<Double> BILL_DEPTH = Codecs.DOUBLE;

    /** Stores {@link ClassifyFlow#flipperLength}. */
    static final ArtifactCodec<Double> FLIPPER_LENGTH = Codecs.DOUBLE;

    /** Stores {@link ClassifyFlow#bodyMass}. */
    static final ArtifactCodec<Double> BODY_MASS = Codecs.DOUBLE;

    /** Stores {@link ClassifyFlow#model}. */
    static final ArtifactCodec<Model<Label>> MODEL = Codecs.custom(new TribuoModelCodec());

    /** Stores {@link ClassifyFlow#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    /** Stores {@link ClassifyFlow#species}. */
    static final ArtifactCodec<Species> SPECIES = SPECIES_CODEC;

    private ClassifyFlowCodecs() {}
}
