package dev.cairn.engine.local;

import dev.cairn.engine.Engine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskRunner;
import java.time.Duration;
import java.util.Optional;

/** Runs tasks on threads of this process. Thread-safe; each run has threads of its own. */
public final class LocalEngine implements Engine {
    private static final LocalEngine STANDARD = new LocalEngine(Duration.ofSeconds(10));

    private final Duration patience;

    /**
     * An engine.
     *
     * @param patience how long a run that failed, or was told to stop, waits for the tasks that still run, before it gives up
     *     on them: a step method that ignores its interrupt cannot be stopped otherwise
     */
    public LocalEngine(Duration patience) {
        this.patience = patience;
    }

    /** The engine that runs use where they are given no other; its patience is 10 seconds. */
    public static LocalEngine standard() {
        return STANDARD;
    }

    @Override
    public Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException {
        try (TaskRunner<?> runner = request.newTaskRunner()) {
            return new LocalRun(request, runner, patience).run();
        }
    }
}
