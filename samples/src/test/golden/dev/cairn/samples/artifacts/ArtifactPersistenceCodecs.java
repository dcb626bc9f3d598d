package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ArtifactPersistence} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ArtifactPersistenceCodecs {
    /** Stores {@link ArtifactPersistence#size}. */
    static final ArtifactCodec<Integer> SIZE = Codecs.INT;

    /** Stores {@link ArtifactPersistence#data}. */
    static final ArtifactCodec<List<Integer>> DATA = Codecs.list(Codecs.BOXED_INT);

    private ArtifactPersistenceCodecs() {}
}
