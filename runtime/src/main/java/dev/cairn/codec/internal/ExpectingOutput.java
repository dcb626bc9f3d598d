package dev.cairn.codec.internal;

/** An output in memory, which makes room when it is told how much is needed. */
public interface ExpectingOutput {
    /** Makes room for this many bytes, which follow. */
    void expect(long bytes);

    /**
     * Writes bytes at once if room has to be made for them anyway.
     *
     * @return false if nothing was written
     */
    default boolean writeAtOnce(byte[] bytes) {
        return false;
    }
}
