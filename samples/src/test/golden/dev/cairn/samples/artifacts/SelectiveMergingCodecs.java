package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link SelectiveMerging} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class SelectiveMergingCodecs {
    /** Stores {@link SelectiveMerging#resultA}. */
    static final ArtifactCodec<String> RESULT_A = Codecs.STRING;

    /** Stores {@link SelectiveMerging#resultB}. */
    static final ArtifactCodec<String> RESULT_B = Codecs.STRING;

    /** Stores {@link SelectiveMerging#temporaryData}. */
    static final ArtifactCodec<String> TEMPORARY_DATA = Codecs.STRING;

    private SelectiveMergingCodecs() {}
}
