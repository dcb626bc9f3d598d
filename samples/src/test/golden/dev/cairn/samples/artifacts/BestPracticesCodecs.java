package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link BestPractices} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class BestPracticesCodecs {
    /** Stores {@link BestPractices#cleanedTemperatures}. */
    static final ArtifactCodec<List<Double>> CLEANED_TEMPERATURES = Codecs.list(Codecs.BOXED_DOUBLE);

    /** Stores {@link BestPractices#rawDataKey}. */
    static final ArtifactCodec<String> RAW_DATA_KEY = Codecs.STRING;

    /** Stores {@link BestPractices#meanTemperature}. */
    static final ArtifactCodec<Double> MEAN_TEMPERATURE = Codecs.DOUBLE;

    private BestPracticesCodecs() {}
}
