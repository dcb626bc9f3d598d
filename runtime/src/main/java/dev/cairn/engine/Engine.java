package dev.cairn.engine;

import java.util.Optional;

/**
 * Runs the tasks of runs, in this process or in others. It connects a {@link Schedule}, which says which {@link TaskUnit} may start,
 * with {@link TaskRunner}s, which execute units on the same datastore and return a {@link TaskOutcome}. The engine then reports the
 * outcome to the schedule. Units and outcomes consist only of ids, counts and text, so they can be sent to other processes.
 * Thread-safe.
 */
public interface Engine {
    /**
     * Executes a run from its first task to its end, and waits until all commits of its tasks are durable. When a task fails, no further
     * task starts, and running tasks are asked to stop.
     *
     * @param request the run, which is stored; none of its tasks has started here
     * @return the first failure; empty if the end step finished
     * @throws InterruptedException if the calling thread was interrupted; the tasks were asked to stop
     */
    Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException;
}
