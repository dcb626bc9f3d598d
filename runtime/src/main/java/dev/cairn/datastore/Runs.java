package dev.cairn.datastore;

import dev.cairn.datastore.TaskId.Coordinate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of runs and of their tasks.
 *
 * <p>All methods may be called from any thread. Apart from {@link #commit} and {@link #log(RunId, TaskId, int, List) log}, what
 * a method wrote is durable when it returns. Streams are lazy, see what is stored when they get there, and have to be closed.
 * Whatever writes to a run that does not exist throws a {@link DatastoreException}; so does a read that finds less than there has
 * to be.
 */
public interface Runs {
    /**
     * Stores a new run.
     *
     * @throws DatastoreException if there is a run of this id, or if its flow name is in use by another flow class
     */
    void create(RunRecord run);

    /** The run of this id. */
    Optional<RunRecord> find(RunId run);

    /** Runs, newest first. */
    Stream<RunRecord> list(RunQuery query);

    /** Notes that a run ended; the first call wins. {@code failedTask} and {@code failure} are null unless it failed. */
    void finish(RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure);

    /** Notes that the process that runs {@code run} is alive. */
    void heartbeat(RunId run, Instant at);

    /** Adds tags to a run and then removes some, in one step. */
    void tag(RunId run, Set<String> add, Set<String> remove);

    /**
     * Lets {@code flow} be run by {@code flowClass} from now on, which renamed the class that used the name before.
     */
    void rename(String flow, String flowClass);

    /**
     * Commits an attempt of a task, in one atomic step. The attempt and its blobs can be read in this process as soon as this
     * method returns, and are durable, here and for other processes, when the future completes. Commits become durable in
     * the order of the calls, so that none is ever durable before those it builds on. The future completes exceptionally if
     * the commit failed, and then all later ones of this run fail too; or if it is refused, since there is no such run any more. Waits
     * if very much is on its way already.
     */
    CompletableFuture<CommitResult> commit(TaskCommit commit);

    /** The newest finished attempt of a task. */
    Optional<TaskRecord> task(RunId run, TaskId task);

    /** All attempts of a task that ended, oldest first. */
    List<TaskRecord> attempts(RunId run, TaskId task);

    /** The newest finished attempt of each task of a step, in item order. */
    Stream<TaskRecord> tasks(RunId run, String step);

    /**
     * The newest finished attempts of some tasks of a step, by their number in item order. As fast for the last ones as for the
     * first, where the datastore can.
     *
     * @param from the number of the first, from 0
     * @param limit how many at most
     */
    List<TaskRecord> tasks(RunId run, String step, long from, int limit);

    /** How many attempts of each step ended in which way: one entry for each, in no particular order. */
    List<StepCount> counts(RunId run);

    /**
     * Of the tasks of a step whose position begins with {@code position}, the one that comes last in item order: its newest
     * finished attempt. Of a step in a loop that is its last iteration.
     */
    Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position);

    /** Every attempt of every task of a run that ended, in the order of the commits. */
    Stream<TaskRecord> attempts(RunId run);

    /** Appends output of an attempt of a task; durable with the next commit, or before. */
    void log(RunId run, TaskId task, int attempt, List<LogLine> lines);

    /** The output of an attempt of a task, in the order in which it was written. */
    Stream<LogLine> log(RunId run, TaskId task, int attempt);

    /**
     * Lets a run keep a stored blob under a key, instead of what it kept there before. Any text is a key: none is ever part
     * of a path.
     */
    void putFile(RunId run, String key, BlobInfo content, Instant at);

    /** What a run keeps under {@code key}. */
    Optional<FileRecord> file(RunId run, String key);

    /** All that a run keeps under keys that start with {@code prefix}, sorted by the code points of the key. */
    Stream<FileRecord> files(RunId run, String prefix);

    /** Removes a run with its tasks, logs and keys, in one step; whether there was one. Its blobs stay. */
    boolean delete(RunId run);
}
