package dev.cairn.engine.output;

import java.util.Optional;

/** The task that a thread works for. Thread-safe. */
public final class RunningTask {
    private final OutputSource source;

    private RunningTask(OutputSource source) {
        this.source = source;
    }

    /** That of this thread, or of the step that started it; empty if there is none. */
    public static Optional<RunningTask> current() {
        return Optional.ofNullable(StandardStreams.source()).map(RunningTask::new);
    }

    /** Its pathspec. */
    public String path() {
        return source.path();
    }

    /** Adds a line to its output, unless it has ended. */
    public void log(String line) {
        OutputLog log = source.log();
        if (log != null) {
            log.add(line);
        }
    }
}
