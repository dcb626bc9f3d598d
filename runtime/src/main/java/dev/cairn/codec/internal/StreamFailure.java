package dev.cairn.codec.internal;

import java.io.IOException;

/**
 * Carries the exception of a stream, checked or not, through code that may not throw it or would take it for its own. Never
 * leaves the codecs.
 */
public final class StreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Exception cause;

    public StreamFailure(IOException cause) {
        super(cause);
        this.cause = cause;
    }

    public StreamFailure(RuntimeException cause) {
        super(cause);
        this.cause = cause;
    }

    /** What the stream threw, if it is unchecked, is thrown; else it is returned, to be thrown. */
    public IOException cause() {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) cause;
    }
}
