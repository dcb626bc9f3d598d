package dev.cairn.codec;

import java.io.IOException;

/** Carries the exception of a stream through code that may not throw it. Never leaves this package. */
final class StreamException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final IOException cause;

    StreamException(IOException cause) {
        super(cause);
        this.cause = cause;
    }

    IOException cause() {
        return cause;
    }
}
