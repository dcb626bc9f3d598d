package dev.cairn.engine.local;

import dev.cairn.engine.Engine;
import dev.cairn.engine.Isolation;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.UnitExecutor;
import java.time.Duration;
import java.util.Optional;

/** Runs tasks on threads of this process, or in processes that it starts. Each run has its own threads. Thread-safe. */
public final class LocalEngine implements Engine {
    private static final LocalEngine STANDARD = new LocalEngine(Duration.ofSeconds(10));

    private final Duration patience;
    private final Isolation isolation;

    /**
     * Creates an engine.
     *
     * @param patience how long a run that failed or was stopped waits for the tasks that are still running, before it abandons them: a
     *     step method that ignores its interrupt cannot be stopped
     */
    public LocalEngine(Duration patience) {
        this(patience, Isolation.none());
    }

    private LocalEngine(Duration patience, Isolation isolation) {
        this.patience = patience;
        this.isolation = isolation;
    }

    /** This engine, but tasks are kept apart from this process in another way. */
    public LocalEngine isolated(Isolation how) {
        return new LocalEngine(patience, how);
    }

    /** The default engine of runs. Its patience is 10 seconds. */
    public static LocalEngine standard() {
        return STANDARD;
    }

    @Override
    public Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException {
        try (UnitExecutor executor = request.newExecutor(isolation)) {
            return new LocalRun(request, executor, patience).run();
        }
    }
}
