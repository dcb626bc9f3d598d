package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** Bytes are not what the codec wrote: they are damaged, cut off, or not an artifact at all. */
public final class MalformedArtifactException extends CodecException {
    private static final long serialVersionUID = 1;

    public MalformedArtifactException(String problem) {
        super(problem);
    }

    public MalformedArtifactException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
