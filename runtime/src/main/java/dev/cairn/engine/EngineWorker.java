package dev.cairn.engine;

/** Executes tasks that an engine hands out, in this process. Thread-safe. */
public interface EngineWorker extends AutoCloseable {
    /**
     * Begins to execute tasks, on threads of its own.
     *
     * @throws EngineException if the engine cannot be reached
     */
    void start();

    /**
     * Takes no more tasks, and lets those that run end, within reason. What does not end in time is executed by another worker. Closing
     * twice does nothing.
     */
    @Override
    void close();
}
