package dev.cairn.codec.internal;

/** An output in memory, which makes room when it is told how much is needed. */
public interface ExpectingOutput {
    /** Makes room for this many bytes, which follow. */
    void expect(long bytes);
}
