package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ExternalStorage} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ExternalStorageCodecs {
    /** Stores {@link ExternalStorage#dataKey}. */
    static final ArtifactCodec<String> DATA_KEY = Codecs.STRING;

    /** Stores {@link ExternalStorage#lines}. */
    static final ArtifactCodec<Long> LINES = Codecs.LONG;

    private ExternalStorageCodecs() {}
}
