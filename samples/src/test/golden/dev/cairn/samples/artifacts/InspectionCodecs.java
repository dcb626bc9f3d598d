package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link Inspection} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class InspectionCodecs {
    /** Stores {@link Inspection#numbers}. */
    static final ArtifactCodec<List<Double>> NUMBERS = Codecs.list(Codecs.BOXED_DOUBLE);

    /** Stores {@link Inspection#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    /** Stores {@link Inspection#model}. */
    static final ArtifactCodec<List<Double>> MODEL = Codecs.list(Codecs.BOXED_DOUBLE);

    private InspectionCodecs() {}
}
