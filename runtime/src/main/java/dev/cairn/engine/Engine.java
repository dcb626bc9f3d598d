package dev.cairn.engine;

import java.util.Optional;

/**
 * Runs the tasks of runs: in this process, or wherever it sends them. The unit of work is a {@link TaskUnit}, of which only
 * ids travel; {@link RunTasks#execute} runs it where it arrives, next to the same datastore. Thread-safe.
 */
public interface Engine {
    /**
     * Runs a run from its first task to its end, and waits until all that its tasks committed is durable. When a task fails,
     * no further one starts, and those that run are told to stop.
     *
     * @return the first failure, or nothing if the end step finished
     * @throws InterruptedException if the calling thread was interrupted; the tasks have been told to stop then
     */
    Optional<TaskFailure> run(RunTasks<?> tasks) throws InterruptedException;
}
