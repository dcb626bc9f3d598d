package dev.cairn.datastore;

import java.time.Instant;

/**
 * A line of output. Immutable.
 *
 * @param at when it was written
 * @param stream where it was written
 * @param text the line without its line break
 */
public record LogLine(Instant at, Stream stream, String text) {
    /** Where a step wrote a line. */
    public enum Stream {
        /** {@code System.out}. */
        OUT,
        /** {@code System.err}. */
        ERR,
        /** {@code TaskContext.log}. */
        LOG
    }
}
