package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.Map;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ArtifactMerging} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ArtifactMergingCodecs {
    /** Stores {@link ArtifactMerging#sharedConfig}. */
    static final ArtifactCodec<Map<String, String>> SHARED_CONFIG =
            Codecs.map(Codecs.STRING, Codecs.STRING);

    /** Stores {@link ArtifactMerging#resultA}. */
    static final ArtifactCodec<String> RESULT_A = Codecs.STRING;

    /** Stores {@link ArtifactMerging#resultB}. */
    static final ArtifactCodec<String> RESULT_B = Codecs.STRING;

    /** Stores {@link ArtifactMerging#summary}. */
    static final ArtifactCodec<String> SUMMARY = Codecs.STRING;

    private ArtifactMergingCodecs() {}
}
