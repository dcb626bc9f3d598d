package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link MergeBehavior} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class MergeBehaviorCodecs {
    /** Stores {@link MergeBehavior#findingOfB}. */
    static final ArtifactCodec<String> FINDING_OF_B = Codecs.STRING;

    /** Stores {@link MergeBehavior#finding}. */
    static final ArtifactCodec<String> FINDING = Codecs.STRING;

    /** Stores {@link MergeBehavior#onlyInA}. */
    static final ArtifactCodec<String> ONLY_IN_A = Codecs.STRING;

    /** Stores {@link MergeBehavior#signedBy}. */
    static final ArtifactCodec<String> SIGNED_BY = Codecs.STRING;

    private MergeBehaviorCodecs() {}
}
