package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** Stored bytes are damaged, truncated, or not an artifact. */
public final class MalformedArtifactException extends CodecException {
    private static final long serialVersionUID = 1;

    public MalformedArtifactException(String problem) {
        super(problem);
    }

    public MalformedArtifactException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
