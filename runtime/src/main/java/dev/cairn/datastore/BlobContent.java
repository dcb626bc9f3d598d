package dev.cairn.datastore;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Content that is written as a stream, so that it is never in memory as a whole. */
@FunctionalInterface
public interface BlobContent {
    /**
     * Writes the whole content. Does not close {@code output}.
     *
     * @param output takes the bytes; whoever calls this method closes it
     * @throws IOException if the content cannot be produced, or {@code output} cannot be written
     */
    void writeTo(OutputStream output) throws IOException;

    /**
     * The {@link BlobInfo#preview} of the content. Called once, after the whole content was written.
     *
     * @return the text, or null to store the content without one, as here
     */
    default @Nullable String preview() {
        return null;
    }
}
