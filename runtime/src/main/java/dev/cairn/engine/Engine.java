package dev.cairn.engine;

import java.util.Optional;

/**
 * Runs the tasks of runs: in this process, or wherever it sends them. It connects a {@link Schedule}, which says which {@link TaskUnit}
 * may start, with {@link TaskRunner}s, which run it next to the same datastore and give a {@link TaskOutcome}, of which the schedule
 * is told. Of units and outcomes there are only ids, counts and texts: these are all that travels. Thread-safe.
 */
public interface Engine {
    /**
     * Runs a run from its first task to its end, and waits until all that its tasks committed is durable. When a task fails,
     * no further one starts, and those that run are told to stop.
     *
     * @return the first failure, or nothing if the end step finished
     * @throws InterruptedException if the calling thread was interrupted; the tasks have been told to stop then
     */
    Optional<TaskFailure> run(RunRequest<?> request) throws InterruptedException;
}
