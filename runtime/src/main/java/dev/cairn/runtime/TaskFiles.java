package dev.cairn.runtime;

import dev.cairn.datastore.BlobContent;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files of the run of a task. When {@code put} returns, the file is durable, and all tasks of the run can read it. It stays, even
 * if the attempt fails later. Thread-safe.
 *
 * <pre>{@code
 * task.files().put("measurements", output -> sensor.writeTo(output));
 * }</pre>
 */
public interface TaskFiles extends RunFiles {
    /**
     * Stores content under {@code key}, and replaces the previous file. If {@code content} throws, nothing changes.
     *
     * @param key the key, 1 to 1,000 characters
     * @param content writes the content
     * @throws IllegalArgumentException if {@code key} is not a valid key
     * @throws IllegalStateException if the attempt has ended
     */
    void put(String key, BlobContent content);

    /**
     * Stores a copy of {@code file} under {@code key}, and replaces the previous file.
     *
     * @param key the key, 1 to 1,000 characters
     * @param file the path of the file
     * @throws IOException if {@code file} cannot be read
     * @throws IllegalArgumentException if {@code key} is not a valid key
     * @throws IllegalStateException if the attempt has ended
     */
    void put(String key, Path file) throws IOException;
}
