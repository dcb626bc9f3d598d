package dev.cairn.codec;

import java.io.IOException;

/**
 * Carries the exception of a stream, checked or not, through code that may not throw it or would take it for its own. Never
 * leaves this package.
 */
final class StreamException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Exception cause;

    StreamException(IOException cause) {
        super(cause);
        this.cause = cause;
    }

    StreamException(RuntimeException cause) {
        super(cause);
        this.cause = cause;
    }

    /** What the stream threw, if it is unchecked, is thrown; else it is returned, to be thrown. */
    IOException cause() {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) cause;
    }
}
