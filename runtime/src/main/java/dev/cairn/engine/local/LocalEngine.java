package dev.cairn.engine.local;

import dev.cairn.engine.Engine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskRunner;
import java.time.Duration;
import java.util.Optional;

/** Runs tasks on threads of this process. Each run has its own threads. Thread-safe. */
public final class LocalEngine implements Engine {
    private static final LocalEngine STANDARD = new LocalEngine(Duration.ofSeconds(10));

    private final Duration patience;

    /**
     * Creates an engine.
     *
     * @param patience how long a run that failed or was stopped waits for the tasks that are still running, before it abandons them: a
     *     step method that ignores its interrupt cannot be stopped
     */
    public LocalEngine(Duration patience) {
        this.patience = patience;
    }

    /** The default engine of runs. Its patience is 10 seconds. */
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
