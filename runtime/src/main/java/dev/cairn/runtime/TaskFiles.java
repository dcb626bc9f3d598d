package dev.cairn.runtime;

import dev.cairn.datastore.BlobContent;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files of the run that a task belongs to. What it puts is durable, and can be read by all tasks of the run, when {@code
 * put} returns; it stays if the attempt fails later.
 *
 * <pre>{@code
 * task.files().put("measurements", output -> sensor.writeTo(output));
 * }</pre>
 */
public interface TaskFiles extends RunFiles {
    /**
     * Keeps content under {@code key}, instead of what was kept there before. If {@code content} throws, nothing changes.
     *
     * @throws IllegalStateException if the attempt is over
     */
    void put(String key, BlobContent content);

    /**
     * Keeps a copy of {@code file} under {@code key}, instead of what was kept there before.
     *
     * @throws IOException if {@code file} cannot be read
     * @throws IllegalStateException if the attempt is over
     */
    void put(String key, Path file) throws IOException;
}
