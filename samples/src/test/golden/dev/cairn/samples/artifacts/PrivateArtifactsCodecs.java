package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link PrivateArtifacts} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class PrivateArtifactsCodecs {
    /** Stores {@link PrivateArtifacts#importantData}. */
    static final ArtifactCodec<String> IMPORTANT_DATA = Codecs.STRING;

    /** Stores {@link PrivateArtifacts#length}. */
    static final ArtifactCodec<Integer> LENGTH = Codecs.INT;

    private PrivateArtifactsCodecs() {}
}
