package dev.cairn.datastore.support;

import dev.cairn.datastore.FailureRecord;
import org.jspecify.annotations.Nullable;

/** The format of a failure within a record: {@code 0:octet}, or {@code 1:octet type:text message:text stackTrace:text}. */
public final class FailureFormat {
    private FailureFormat() {}

    /**
     * Writes a failure, or that nothing failed.
     *
     * @param writer takes the bytes
     * @param failure the failure; null if nothing failed
     */
    public static void write(RecordWriter writer, @Nullable FailureRecord failure) {
        writer.octet(failure == null ? 0 : 1);
        if (failure != null) {
            writer.text(failure.type());
            writer.text(failure.message());
            writer.text(failure.stackTrace());
        }
    }

    /**
     * Reads a failure.
     *
     * @param reader is at the first octet of the failure, and afterwards behind it
     * @return null if no failure was written
     */
    public static @Nullable FailureRecord read(RecordReader reader) {
        return reader.octet() == 0 ? null : new FailureRecord(reader.text(), reader.text(), reader.text());
    }
}
