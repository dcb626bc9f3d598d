package dev.cairn.engine;

import dev.cairn.datastore.LogLine;
import java.io.PrintStream;

/**
 * Receives each line of output of a run, while the run is executed. The listener has no effect on the stored output. The threads of
 * the tasks call it, several at the same time, so it must be thread-safe and should return quickly.
 */
@FunctionalInterface
public interface OutputListener {
    /**
     * Called when a line was written.
     *
     * @param path the path of the task that wrote it, or of the run
     * @param line the line; its text comes from the step, and can contain any character
     */
    void line(String path, LogLine line);

    /**
     * Prints lines as {@code 2026-11-23 21:07:11.042 [ModelSelection/20261123T210711042-k3f9x2dq/end] text}, with control characters
     * escaped.
     */
    static OutputListener printingTo(PrintStream stream) {
        return new PrintedOutput(() -> stream);
    }

    /** The default: prints to the current {@code System.out}. */
    static OutputListener standard() {
        return new PrintedOutput(() -> System.out);
    }
}
