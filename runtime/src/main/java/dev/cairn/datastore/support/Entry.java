package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change in a store; see {@link RecordStore#apply}. The result is {@link CommitResult.Committed} unless documented otherwise. An
 * entry for a run that does not exist is {@link CommitResult.Refused}.
 */
public sealed interface Entry {
    /** A change that only the owner of a run may make: {@link CommitResult.Fenced} if the epoch is not that of the current owner. */
    sealed interface OfOwner extends Entry {
        /** {@return the run} */
        RunKey run();
    }

    /**
     * Stores a new run, under a number that was never used, with epoch 1. Refused with {@code DatastoreException.runExists} or {@code
     * flowNameInUse}.
     *
     * <p>An exclusive run is also refused if another run of its flow is alive, with {@link FlowIsRunningException} and no change. If it is
     * stored, each run that {@linkplain Exclusive#concerns concerns} it has died, and ends as by {@link EndDied}.
     *
     * @param run the run
     * @param exclusive null if it does not matter which other runs are alive
     */
    record CreateRun(RunRecord run, @Nullable Exclusive exclusive) implements Entry {
        /**
         * For a run that may start whichever other runs are alive.
         *
         * @param run the run, which need not be running
         */
        public CreateRun(RunRecord run) {
            this(run, null);
        }
    }

    /**
     * Gives a run a new owner, and increases its epoch by one. Fenced if the epoch of the key is not the current one.
     *
     * @param run the run, with the epoch that it must have
     */
    record TakeOver(RunKey run) implements OfOwner {}

    /**
     * Records that a run ended, unless its end is already recorded.
     *
     * @param failedTask null unless it failed
     * @param failure null unless it failed
     * @param run the run, with the epoch of its owner
     * @param status how it ended
     * @param at when it ended
     */
    record EndRun(
            RunKey run,
            RunStatus status,
            Instant at,
            @Nullable TaskId failedTask,
            @Nullable FailureRecord failure) implements OfOwner {}

    /**
     * Records that a run {@link RunStatus#DIED died}, and gives it a new owner. {@link CommitResult.Lost}, with no change, if the run has
     * ended or has a later epoch than the key, or if its last heartbeat is not older than {@code silence} by the clock of the store.
     *
     * @param run the run, with the epoch that it had when it was found silent
     * @param silence how long its process must have given no sign of life
     */
    record EndDied(RunKey run, Duration silence) implements Entry {}

    /**
     * Records that somebody asks to stop a run, unless it has ended, or somebody asked before. Any process may do this.
     *
     * @param run the run; its epoch does not matter
     * @param at when somebody asked
     */
    record RequestStop(RunKey run, Instant at) implements Entry {}

    /**
     * Records that the owner of a run is alive.
     *
     * @param run the run, with the epoch of its owner
     * @param at the time of the heartbeat
     */
    record Heartbeat(RunKey run, Instant at) implements OfOwner {}

    /**
     * Stores the fingerprints of the steps of a run, in place of those that it has.
     *
     * @param run the run, with the epoch of its owner
     * @param fingerprints all texts, by step
     */
    record StoreFingerprints(RunKey run, Map<String, String> fingerprints) implements OfOwner {}

    /**
     * Adds tags to a run, then removes some. Any process may do this.
     *
     * @param run the run; its epoch does not matter
     * @param add tags to add
     * @param remove tags to remove
     */
    record TagRun(RunKey run, Set<String> add, Set<String> remove) implements Entry {}

    /**
     * Assigns the name of a flow to a class, whether or not another class had it before.
     *
     * @param flow the name of the flow
     * @param flowClass the binary name of the class
     */
    record RenameFlow(String flow, String flowClass) implements Entry {}

    /**
     * Stores an attempt of a task, unless
     *
     * <ul>
     *   <li>the attempt is already stored: {@link CommitResult.Committed} if it has the same token, because then the batch was sent
     *       again; otherwise {@link CommitResult.Duplicate};
     *   <li>a later attempt, or one that finished, is already stored: {@link CommitResult.Lost};
     *   <li>it has a predecessor, and the attempt that is stored in the place of that has another token, or there is none: {@link
     *       CommitResult.Lost}. Entries before this one, of the same batch too, have been applied;
     *   <li>one of the {@link RequiredBlobs} is not stored: {@link CommitResult.MissingBlob}
     * </ul>
     *
     * <p>The {@link RequiredBlobs} are used now. Its blobs are stored in any case, because another commit may already refer to them.
     *
     * @param run the run
     * @param record the attempt
     * @param encoded the attempt and the token, as {@link TaskRecordFormat} writes them: a store that keeps these bytes keeps the token
     * @param token a random number, not 0, different for each execution of the attempt
     * @param logged whether output of the attempt may have been written
     * @param blobs small blobs that are stored together with the attempt
     * @param predecessor the commit without which this one is not stored; null for none
     */
    record CommitTask(
            RunKey run,
            TaskRecord record,
            byte[] encoded,
            long token,
            boolean logged,
            List<PreparedBlob> blobs,
            TaskCommit.@Nullable Predecessor predecessor)
            implements OfOwner {}

    /**
     * Stores an attempt of a run that is being imported: as {@link CommitTask}, but no blob has to be there, and none is used now.
     *
     * @param run the run
     * @param record the attempt
     * @param encoded the attempt and the token, as {@link TaskRecordFormat} writes them
     * @param token a random number, not 0
     * @param logged whether output of the attempt may have been written
     */
    record ImportTask(RunKey run, TaskRecord record, byte[] encoded, long token, boolean logged) implements OfOwner {}

    /**
     * Gives a run that is being {@linkplain RunStatus#IMPORTING imported} the status, the heartbeat, the end and the failure of {@code
     * record}. Does nothing if it has another status: then this was sent before.
     *
     * @param run the run, with the epoch of its owner
     * @param record has the final state of the run
     */
    record EndImport(RunKey run, RunRecord record) implements OfOwner {}

    /**
     * Appends to the output of an attempt.
     *
     * @param run the run
     * @param task the task
     * @param attempt the number of the attempt, from 0
     * @param token a random number. A store that can lose the result of a batch stores it, so that it appends nothing twice.
     * @param chunks the lines
     */
    record AppendLog(RunKey run, TaskId task, int attempt, long token, List<LogChunk> chunks) implements OfOwner {}

    /**
     * Stores a reference to a blob under a key of a run, and replaces the previous one. {@link CommitResult.MissingBlob}, with no change,
     * if the blob is not stored; otherwise it is used now.
     *
     * @param run the run, with the epoch of its owner
     * @param file the key, and the blob
     */
    record PutFile(RunKey run, FileRecord file) implements OfOwner {}

    /**
     * Stores a reference to a blob for a run that is being imported: as {@link PutFile}, but the blob need not be there, nor is it used.
     *
     * @param run the run, with the epoch of its owner
     * @param file the key, and the blob
     */
    record ImportFile(RunKey run, FileRecord file) implements OfOwner {}

    /**
     * Removes a run with everything except its blobs. Nobody finds any of it afterwards; the space may be freed later, by {@link
     * FreeSpace}.
     *
     * @param run the run; its epoch does not matter
     */
    record DeleteRun(RunKey run) implements Entry {}

    /** Rebuilds what follows from other things that are stored, such as indexes. */
    record Rebuild() implements Entry {}

    /**
     * Frees some of the space of deleted runs and blobs, so little that it takes at most 50 ms. {@link CommitResult.Lost} if there was
     * nothing to free.
     */
    record FreeSpace() implements Entry {}

    /**
     * Stores a blob, unless it is already stored. In both cases, the time of its last use is now.
     *
     * @param blob the blob, with its bytes or with their place
     */
    record PutBlob(PreparedBlob blob) implements Entry {}

    /**
     * Removes a blob from the records, unless it was put at this time or later. {@link CommitResult.Lost} if nothing was removed. Bytes
     * outside the records stay, because they must not be removed before this entry is durable.
     *
     * @param address the address of the blob
     * @param unusedSince the blob stays if it was put or used at this time or later
     */
    record DeleteBlob(Address address, Instant unusedSince) implements Entry {}

    /**
     * Removes the bytes of a blob outside the records, if the records have not had this blob since before this batch.
     *
     * @param address the address of the blob
     */
    record DropOrphan(Address address) implements Entry {}
}
