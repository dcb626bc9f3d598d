package dev.cairn.engine.task;

import dev.cairn.datastore.LogLine;
import dev.cairn.engine.OutputListener;
import org.slf4j.LoggerFactory;

/** Keeps from a task, and from a run, what a listener throws: a line that nobody sees is no reason to fail. */
public record CautiousOutput(OutputListener listener) implements OutputListener {
    @Override
    public void line(String path, LogLine line) {
        try {
            listener.line(path, line);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(CautiousOutput.class)
                    .warn(
                            "the output listener threw an exception for a line of {}; the line is stored anyway",
                            path,
                            e);
        }
    }
}
