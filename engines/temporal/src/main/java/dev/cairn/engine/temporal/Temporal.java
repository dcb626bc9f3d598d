package dev.cairn.engine.temporal;

import dev.cairn.engine.RemoteEngine;

/**
 * Runs flows on <a href="https://temporal.io">Temporal</a>: {@code FRunner.builder().engine(Temporal.at("host:7233", "default",
 * "flows")).run()}. Workers, in other processes, execute the tasks; see {@link TemporalWorker}.
 */
public final class Temporal {
    private Temporal() {}

    /**
     * The engine that distributes tasks on a task queue. The server is asked when a run starts.
     *
     * @param target host and port of the server, such as {@code localhost:7233}
     * @param namespace the namespace of the server
     * @param taskQueue the task queue that workers poll
     * @return the engine, which may start any number of runs
     */
    public static RemoteEngine at(String target, String namespace, String taskQueue) {
        return new TemporalEngine(new TemporalAddress(target, namespace, taskQueue), Limits.STANDARD);
    }
}
