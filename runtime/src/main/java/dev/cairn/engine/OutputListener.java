package dev.cairn.engine;

import dev.cairn.datastore.LogLine;
import java.io.PrintStream;

/**
 * Is told of each line of output of a run while the run goes on; what is stored of it does not depend on the listener. It is called by
 * the threads of the tasks, by several at once, and should return soon.
 */
@FunctionalInterface
public interface OutputListener {
    /**
     * A line was written.
     *
     * @param path the path of the task that wrote it, or of the run
     * @param line the line; its text is the step's, and may hold any character
     */
    void line(String path, LogLine line);

    /**
     * Prints lines as {@code 2026-11-23 21:07:11.042 [ModelSelection/20261123T210711042-k3f9x2dq/end] text}, with control characters
     * escaped.
     */
    static OutputListener printingTo(PrintStream stream) {
        return new PrintedOutput(() -> stream);
    }

    /** What a run has by default: prints to {@code System.out}, whatever that is when a line comes. */
    static OutputListener standard() {
        return new PrintedOutput(() -> System.out);
    }
}
