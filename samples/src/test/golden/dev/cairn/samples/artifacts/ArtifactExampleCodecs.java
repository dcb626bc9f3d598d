package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ArtifactExample} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ArtifactExampleCodecs {
    /** Stores {@link ArtifactExample#rawData}. */
    static final ArtifactCodec<List<Integer>> RAW_DATA = Codecs.list(Codecs.BOXED_INT);

    /** Stores {@link ArtifactExample#model}. */
    static final ArtifactCodec<Map<String, List<Double>>> MODEL =
            Codecs.map(Codecs.STRING, Codecs.list(Codecs.BOXED_DOUBLE));

    /** Stores {@link ArtifactExample#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    /** Stores {@link ArtifactExample#metadata}. */
    static final ArtifactCodec<Map<String, String>> METADATA = Codecs.map(Codecs.STRING, Codecs.STRING);

    private ArtifactExampleCodecs() {}
}
