package dev.cairn.datastore;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Content that is written as a stream, so that nobody needs to hold all of it. */
@FunctionalInterface
public interface BlobContent {
    /** Writes the whole content; does not close {@code output}. */
    void writeTo(OutputStream output) throws IOException;

    /** The {@link BlobInfo#preview} of what was written; asked once, after all was. */
    default @Nullable String preview() {
        return null;
    }
}
