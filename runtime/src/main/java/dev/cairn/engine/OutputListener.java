package dev.cairn.engine;

import dev.cairn.datastore.LogLine;
import dev.cairn.engine.output.StandardStreams;
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
     * Prints lines to one stream, as {@code 2026-11-23 21:07:11.042 [ModelSelection/20261123T210711042-k3f9x2dq/end] text}, with control characters
     * escaped. Once the stream has reported an error, because the reader of a pipe has gone for example, nothing more is printed.
     *
     * @param stream takes the lines; it is not closed
     * @return the listener
     */
    static OutputListener printingTo(PrintStream stream) {
        return new PrintedOutput(() -> stream);
    }

    /**
     * The same, but prints what was written to {@code System.err} to {@code err}, and all else to {@code out}.
     *
     * @param out takes all lines but those of {@code System.err}
     * @param err takes the lines of {@code System.err}
     * @return the listener
     */
    static OutputListener printingTo(PrintStream out, PrintStream err) {
        PrintedOutput toOut = new PrintedOutput(() -> out);
        PrintedOutput toErr = new PrintedOutput(() -> err);
        return (path, line) -> (line.stream() == LogLine.Stream.ERR ? toErr : toOut).line(path, line);
    }

    /**
     * The default: prints to the current {@code System.out}, and what was written to {@code System.err} to that. Runs that capture these
     * streams do not capture what is printed here.
     *
     * @return the listener, which follows later calls of {@code System.setOut} and {@code System.setErr}
     */
    static OutputListener standard() {
        PrintedOutput toOut = new PrintedOutput(StandardStreams::out);
        PrintedOutput toErr = new PrintedOutput(StandardStreams::err);
        return (path, line) -> (line.stream() == LogLine.Stream.ERR ? toErr : toOut).line(path, line);
    }
}
