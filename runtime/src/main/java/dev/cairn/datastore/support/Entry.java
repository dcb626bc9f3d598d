package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is stored; see {@link RecordStore#apply}. Each is answered with {@link CommitResult.Committed}, unless it says
 * otherwise. What names a run that is not there is {@link CommitResult.Refused}.
 */
public sealed interface Entry {
    /** One that whoever runs a run writes for it: {@link CommitResult.Fenced} unless it names the epoch of the run's owner. */
    sealed interface OfOwner extends Entry {
        /** The run. */
        RunKey run();
    }

    /**
     * Stores a new run, under a number that was never given, with epoch 1. Refused with {@code DatastoreException.runExists} or {@code
     * flowNameInUse}.
     */
    record CreateRun(RunRecord run) implements Entry {}

    /** Gives a run to the next owner: its epoch is one more. Fenced if the key names another epoch than that of now. */
    record TakeOver(RunKey run) implements OfOwner {}

    /**
     * Notes that a run ended, unless it is known to have.
     *
     * @param failedTask null unless it failed
     * @param failure null unless it failed
     */
    record EndRun(
            RunKey run,
            RunStatus status,
            Instant at,
            @Nullable TaskId failedTask,
            @Nullable FailureRecord failure) implements OfOwner {}

    /** Notes that whoever runs a run is alive. */
    record Heartbeat(RunKey run, Instant at) implements OfOwner {}

    /** Adds tags to a run, and then removes some. Anybody may. */
    record TagRun(RunKey run, Set<String> add, Set<String> remove) implements Entry {}

    /** Lets a flow be run by another class than before, or than none. */
    record RenameFlow(String flow, String flowClass) implements Entry {}

    /**
     * Stores an attempt of a task, unless
     *
     * <ul>
     *   <li>it is there: then it is {@link CommitResult.Committed} if it was stored with the same token, which is how a batch is sent
     *       again, and else a {@link CommitResult.Duplicate};
     *   <li>a later attempt is there, or another one that finished: then it is {@link CommitResult.Lost};
     *   <li>it refers to a blob that is neither stored nor one of {@code blobs}: then it may be a {@link CommitResult.MissingBlob}.
     *       A store in which no blob can vanish meanwhile need not look.
     * </ul>
     *
     * <p>Its blobs are stored in any case: another commit may refer to them, since it saw them on their way.
     *
     * @param record the attempt
     * @param encoded the same with the token, as {@link TaskRecordFormat} writes it: a store that keeps these bytes keeps the token
     * @param token a random number, another one for each execution of the attempt, not 0
     * @param logged whether output of it may have been written
     * @param blobs small blobs that go with it
     */
    record CommitTask(
            RunKey run, TaskRecord record, byte[] encoded, long token, boolean logged, List<PreparedBlob> blobs)
            implements OfOwner {}

    /**
     * Appends to the output of an attempt.
     *
     * @param token a random number: a store that may not know what became of a batch keeps it, and appends nothing twice
     */
    record AppendLog(RunKey run, TaskId task, int attempt, long token, List<LogChunk> chunks) implements OfOwner {}

    /** Lets a run keep a blob under a key, in place of what it kept there before. */
    record PutFile(RunKey run, FileRecord file) implements OfOwner {}

    /** Removes a run with all that it has but its blobs. */
    record DeleteRun(RunKey run) implements Entry {}

    /** Stores a blob, unless it is there; either way it was put just now. */
    record PutBlob(PreparedBlob blob) implements Entry {}

    /**
     * Removes a blob from the records, unless it was put at this time or later; {@link CommitResult.Lost} if nothing was removed. What
     * is outside the records is left: it may only go when this is durable.
     */
    record DeleteBlob(Address address, Instant unusedSince) implements Entry {}

    /** Removes what is outside the records of a blob which these do not have, durably, since before this batch. */
    record DropOrphan(Address address) implements Entry {}
}
