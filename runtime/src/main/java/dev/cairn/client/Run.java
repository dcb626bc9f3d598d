package dev.cairn.client;

import dev.cairn.runtime.StartedRun;

/** A run. Immutable and thread-safe; it shows what is stored when it is asked. */
public final class Run {
    /** The run that a builder ran, for generated code. */
    public static Run of(StartedRun run) {
        throw new UnsupportedOperationException();
    }

    public String id() {
        throw new UnsupportedOperationException();
    }

    public boolean successful() {
        throw new UnsupportedOperationException();
    }

    public StepTasks step(String name) {
        throw new UnsupportedOperationException();
    }
}
