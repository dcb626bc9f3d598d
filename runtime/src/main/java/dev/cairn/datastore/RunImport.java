package dev.cairn.datastore;

import java.util.List;

/**
 * A copy of a run in the making; see {@link Runs#beginImport}. What is given to it takes memory only until it is written. Give output
 * before the attempt that wrote it, and attempts in the order of {@link Runs#attempts(RunId)}. Not thread-safe.
 *
 * <p>Blobs that the run refers to may be put before or after; a garbage collection keeps those that were put after, however long
 * the import takes. All of them must be there before {@link #publish}.
 *
 * <p>All methods but {@link #close} throw a {@link DatastoreException} if the datastore fails, or if the import was dropped: by another
 * import of the same run, or by a garbage collection that met it after more than a day.
 */
public interface RunImport extends AutoCloseable {
    /**
     * Appends lines to the output of an attempt, or of {@link TaskId#RUN}.
     *
     * @param task the task, or {@link TaskId#RUN} for output of the run itself
     * @param attempt the number of the attempt, from 0
     * @param lines the lines that follow those given before
     */
    void log(TaskId task, int attempt, List<LogLine> lines);

    /**
     * Stores an attempt. It is not checked whether the blobs that it refers to are there.
     *
     * @param attempt an attempt of the imported run
     * @throws IllegalArgumentException if it is an attempt of another run
     */
    void attempt(TaskRecord attempt);

    /**
     * Stores a reference to a blob under a key of the run.
     *
     * @param file the key, and the blob that is stored under it
     */
    void file(FileRecord file);

    /**
     * Waits until all is durable, then makes the run visible, with its final status, in one atomic step. Nothing can be added after.
     *
     * @throws DatastoreException also if an attempt was given that cannot have been committed after those before it: then the run
     *     stays invisible
     */
    void publish();

    /** Drops the run, unless it was published. Its blobs stay. */
    @Override
    void close();
}
