package dev.cairn.client;

import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;

/** A finished task. */
public final class Task {
    /**
     * The task behind a typed view, for generated code.
     *
     * @throws IllegalStateException if the view was built by hand
     */
    public static Task of(TaskView<?> view) {
        throw new UnsupportedOperationException();
    }

    /** The artifacts, as generated views take them. */
    public TaskArtifacts taskArtifacts() {
        throw new UnsupportedOperationException();
    }
}
