package dev.cairn.client;

import java.util.stream.Stream;

/** The finished tasks of a step. */
public final class StepTasks {
    public boolean ran() {
        throw new UnsupportedOperationException();
    }

    public Task task() {
        throw new UnsupportedOperationException();
    }

    public Stream<Task> stream() {
        throw new UnsupportedOperationException();
    }
}
