package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link InternalArtifacts} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class InternalArtifactsCodecs {
    /** Stores {@link InternalArtifacts#cities}. */
    static final ArtifactCodec<List<String>> CITIES = Codecs.list(Codecs.STRING);

    /** Stores an element of {@link InternalArtifacts#cities}. */
    static final ArtifactCodec<String> CITIES_ITEM = Codecs.STRING;

    /** Stores {@link InternalArtifacts#length}. */
    static final ArtifactCodec<Integer> LENGTH = Codecs.INT;

    /** Stores {@link InternalArtifacts#total}. */
    static final ArtifactCodec<Integer> TOTAL = Codecs.INT;

    private InternalArtifactsCodecs() {}
}
