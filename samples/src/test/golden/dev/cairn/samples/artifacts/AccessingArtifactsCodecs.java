package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link AccessingArtifacts} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class AccessingArtifactsCodecs {
    /** Stores {@link AccessingArtifacts#data}. */
    static final ArtifactCodec<List<Integer>> DATA = Codecs.list(Codecs.BOXED_INT);

    /** Stores {@link AccessingArtifacts#result}. */
    static final ArtifactCodec<Integer> RESULT = Codecs.INT;

    private AccessingArtifactsCodecs() {}
}
