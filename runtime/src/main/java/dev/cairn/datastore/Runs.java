package dev.cairn.datastore;

import dev.cairn.datastore.TaskId.Coordinate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of runs and of their tasks.
 *
 * <p>All methods except {@link #commit} and {@link #log(RunId, TaskId, int, List) log} write durably before they return. Streams are
 * lazy: an element that is stored before the stream reaches it is included. Close streams after use. Thread-safe.
 *
 * <p>All methods throw a {@link DatastoreException} if the datastore fails or is closed, if they write to a run that does not exist,
 * or if a read finds that stored records are missing or damaged.
 */
public interface Runs {
    /**
     * Stores a new run.
     *
     * @param run the run, as it starts
     * @throws DatastoreException if a run with this id exists, or if another flow class uses the flow name
     */
    void create(RunRecord run);

    /**
     * Stores a new run, unless another run of its flow is alive: one that has not ended, and whose last heartbeat is not older than {@code
     * silence} by the clock of the datastore. Check and creation are one atomic step, so of several processes that start a run at once only
     * one succeeds. Runs of the flow whose processes died end in the same step, as by {@link #endDied}.
     *
     * @param run the run
     * @param formerNames other names under which runs of the flow may be stored
     * @param silence how long a process must have given no sign of life
     * @throws FlowIsRunningException if another run is alive; then nothing was changed
     * @throws DatastoreException if a run with this id exists, or if another flow class uses the flow name
     */
    void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence);

    /**
     * Begins to copy a run that ended in another datastore. Nobody finds the run until the import is {@linkplain RunImport#publish
     * published}. An import of the same run that was not published is dropped first, whether its process has died or not.
     *
     * @param run the run; its id, its times and its tags are kept
     * @return takes the rest of the run
     * @throws IllegalArgumentException if the run has not ended
     * @throws DatastoreException if a run with this id exists, or if another flow class uses the flow name
     */
    RunImport beginImport(RunRecord run);

    /**
     * {@return the run with this id; empty if there is none}
     *
     * @param run the id to look for
     */
    Optional<RunRecord> find(RunId run);

    /**
     * {@return the runs that match a query, newest first}
     *
     * @param query which runs to list
     */
    Stream<RunRecord> list(RunQuery query);

    /**
     * Records that a run ended. The first call wins; later calls change nothing.
     *
     * @param run the run
     * @param status how it ended
     * @param at when it ended
     * @param failedTask the task that failed first; null unless the run failed
     * @param failure why it failed; null unless the run failed
     */
    void finish(RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure);

    /**
     * Ends a run whose process died: records that it {@link RunStatus#DIED died}, unless it has ended, or its last heartbeat is not
     * older than {@code silence} by the clock of the datastore. In the same atomic step the run gets a new owner, so that a process
     * that was only stopped for a while can no longer write to it.
     *
     * @param run the run
     * @param silence how long its process must have given no sign of life
     * @return whether this call ended it
     */
    boolean endDied(RunId run, Duration silence);

    /**
     * Asks the process that runs {@code run} to stop it. It sees that with its next heartbeat. Only the first request is recorded, and none
     * after the end of the run.
     *
     * @param run the run to stop
     */
    void requestStop(RunId run);

    /**
     * Records that the process that runs {@code run} is alive.
     *
     * @param run the run that is alive
     * @param at the time of the heartbeat
     */
    void heartbeat(RunId run, Instant at);

    /**
     * Stores a text for the code of each step whose code is known, by step, in place of those that the run has.
     *
     * @param run the run
     * @param fingerprints all texts, by step
     */
    void storeFingerprints(RunId run, Map<String, String> fingerprints);

    /**
     * Adds tags to a run, then removes some, in one atomic step.
     *
     * @param run the run
     * @param add tags to add; those that it has already stay
     * @param remove tags to remove, also of those just added
     */
    void tag(RunId run, Set<String> add, Set<String> remove);

    /**
     * Assigns the name {@code flow} to {@code flowClass}, the new name of the class that used it before.
     *
     * @param flow the name that the flow has in its runs
     * @param flowClass the binary name that the class has now
     */
    void rename(String flow, String flowClass);

    /**
     * Commits an attempt of a task, in one atomic step. When this method returns, this process can read the attempt and its blobs.
     * When the future completes, they are durable and visible to other processes. Commits become durable in the order of the calls,
     * so none is durable before the commits that it builds on. Where another process may win over one of these, name it as {@linkplain
     * TaskCommit#predecessor predecessor}: a commit without its predecessor is lost. This method blocks while too many commits are waiting to be written.
     *
     * <p>The future completes exceptionally if the commit failed, or if the run no longer exists. After a failed commit, all later
     * commits of this run fail too.
     *
     * @param commit the attempt with its new small blobs
     * @return a future that completes with what became of the commit
     */
    CompletableFuture<CommitResult> commit(TaskCommit commit);

    /**
     * Commits many attempts, in their order among each other and among other commits, each as {@link #commit} does: some may be refused
     * while others are stored. This process, too, need not be able to read them before the future completes, so this is for attempts that
     * nobody asks for until then. It takes less than as many single commits.
     *
     * @param commits the attempts with their new small blobs
     * @return a future that completes with what became of each commit, in their order, or exceptionally if one of them failed
     */
    default CompletableFuture<List<CommitResult>> commitAll(List<TaskCommit> commits) {
        List<CompletableFuture<CommitResult>> results =
                commits.stream().map(this::commit).toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    /**
     * {@return the newest finished attempt of a task; empty if none has finished}
     *
     * @param run the run
     * @param task the task within the run
     */
    Optional<TaskRecord> task(RunId run, TaskId task);

    /**
     * {@return all ended attempts of a task, oldest first}
     *
     * @param run the run
     * @param task the task within the run
     */
    List<TaskRecord> attempts(RunId run, TaskId task);

    /**
     * {@return the newest finished attempt of each task of a step, in item order}
     *
     * @param run the run
     * @param step the name of the step
     */
    Stream<TaskRecord> tasks(RunId run, String step);

    /**
     * A page of {@link #tasks(RunId, String)}. If the datastore can do so, the last page is as fast as the first.
     *
     * @param run the run
     * @param step the name of the step
     * @param from the number of the first task in item order, from 0
     * @param limit the largest number of tasks to return
     * @return at most {@code limit} tasks; fewer only at the end of the step
     */
    List<TaskRecord> tasks(RunId run, String step, long from, int limit);

    /**
     * The tasks of {@link #tasks(RunId, String)} from a position on: that of the first one, or where it would be. To read the tasks that
     * arrive at a join in pages is much faster than one by one.
     *
     * @param run the run
     * @param step the name of the step
     * @param from the position, which no task needs to have
     * @param limit the largest number of tasks to return
     * @return at most {@code limit} tasks; fewer only at the end of the step
     */
    default List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
        TaskId first = new TaskId(step, from);
        try (Stream<TaskRecord> tasks = tasks(run, step)) {
            return tasks.dropWhile(record -> record.task().compareTo(first) < 0)
                    .limit(limit)
                    .toList();
        }
    }

    /**
     * {@return the number of attempts per step and status, in no particular order}
     *
     * @param run the run
     */
    List<StepCount> counts(RunId run);

    /**
     * The last task of a step, in item order, whose position begins with {@code position}: its newest finished attempt. For a step in
     * a loop, this is the last iteration.
     *
     * @param run the run
     * @param step the name of the step
     * @param position the beginning of the position, outermost first; empty for any
     * @return empty if no such task has finished
     */
    Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position);

    /**
     * {@return all ended attempts of all tasks of a run, in the order of their commits}
     *
     * @param run the run
     */
    Stream<TaskRecord> attempts(RunId run);

    /**
     * The ended attempts of a run, in the order of their commits, for somebody who follows the run while it goes on. Unlike {@link
     * #attempts(RunId)} it never ends, and reads nothing twice.
     *
     * @param run the run
     * @return pages of the attempts that were committed already, then of those that follow
     */
    default AttemptPages attemptPages(RunId run) {
        return new SkippingAttemptPages(this, run);
    }

    /**
     * Appends lines to the output of an attempt of a task, or, as attempt 0 of {@link TaskId#RUN}, to what belongs to none of its tasks.
     * They are durable with the next commit, or before.
     *
     * @param run the run
     * @param task the task, or {@link TaskId#RUN}
     * @param attempt the number of the attempt, from 0
     * @param lines the lines that follow those of earlier calls
     */
    void log(RunId run, TaskId task, int attempt, List<LogLine> lines);

    /**
     * {@return the output of an attempt of a task, or of {@link TaskId#RUN}, in the order in which it was written}
     *
     * @param run the run
     * @param task the task, or {@link TaskId#RUN}
     * @param attempt the number of the attempt, from 0
     */
    Stream<LogLine> log(RunId run, TaskId task, int attempt);

    /**
     * Stores a reference to a blob under a key of a run, and replaces the previous one. A key can be any text; it is never used as
     * part of a path.
     *
     * @param run the run
     * @param key the key within the run
     * @param content the blob, which was put before
     * @param at when it was stored
     * @throws NoSuchBlobException if the blob is not there, or no longer: nothing is stored
     */
    void putFile(RunId run, String key, BlobInfo content, Instant at);

    /**
     * {@return the blob that a run stores under {@code key}; empty if there is none}
     *
     * @param run the run
     * @param key the key within the run
     */
    Optional<FileRecord> file(RunId run, String key);

    /**
     * {@return the blobs that a run stores under keys that start with {@code prefix}, sorted by the code points of the key}
     *
     * @param run the run
     * @param prefix what the keys start with; the empty string for all
     */
    Stream<FileRecord> files(RunId run, String prefix);

    /**
     * Removes a run with its tasks, logs and keys, in one atomic step. Its blobs stay.
     *
     * @param run the run
     * @return whether the run existed
     */
    boolean delete(RunId run);
}
