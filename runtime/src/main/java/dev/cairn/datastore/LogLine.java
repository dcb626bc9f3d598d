package dev.cairn.datastore;

import java.time.Instant;

/**
 * A line of output.
 *
 * @param at when it was written
 * @param stream where it was written to
 * @param text the line, without its end
 */
public record LogLine(Instant at, Stream stream, String text) {
    /** Where a step wrote a line to. */
    public enum Stream {
        /** {@code System.out}. */
        OUT,
        /** {@code System.err}. */
        ERR,
        /** {@code TaskContext.log}. */
        LOG
    }
}
