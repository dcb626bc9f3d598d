package dev.cairn.samples.artifacts;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link Compression} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class CompressionCodecs {
    /** Stores {@link Compression#compressedData}. */
    static final ArtifactCodec<byte[]> COMPRESSED_DATA = Codecs.BYTE_ARRAY;

    /** Stores {@link Compression#originalLength}. */
    static final ArtifactCodec<Integer> ORIGINAL_LENGTH = Codecs.INT;

    /** Stores {@link Compression#lastLine}. */
    static final ArtifactCodec<String> LAST_LINE = Codecs.STRING;

    private CompressionCodecs() {}
}
