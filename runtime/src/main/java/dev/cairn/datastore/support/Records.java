package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a store has at one moment. Whoever asks for a page gets fewer entries than its limit only where there are no more. Of a run that
 * was deleted there is nothing.
 *
 * <p>Everything may throw a {@link DamagedRecordException}: for what is not what was written, and where less is found than there has
 * to be.
 */
public interface Records {
    /** The run of this id. */
    Optional<StoredRun> run(RunId run);

    /**
     * A page of the runs of a flow and a status, newest first. The tags of the query need not be looked at.
     *
     * @param before only runs that are older than this one, or null
     */
    List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit);

    /** All attempts of a task, oldest first. */
    List<StoredTask> attempts(RunKey run, TaskId task);

    /** A page of the attempts of a run whose number is larger than {@code after}, in the order of their numbers. */
    List<StoredTask> attempts(RunKey run, long after, int limit);

    /** A page of the finished attempts of a step, in item order, from a position on. */
    List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit);

    /** A page of the finished attempts of a step, in item order, without the first {@code skipped}: counted, if need be. */
    List<StoredTask> tasks(RunKey run, String step, long skipped, int limit);

    /** Of the finished attempts of a step whose position begins so, the one that comes last in item order. */
    Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position);

    /**
     * What there has to be of the attempts of a run.
     *
     * @param step of this step only, or null
     * @return nothing if the run was deleted, or where nobody counts: then nobody compares either
     */
    Optional<List<Tally>> tallies(RunKey run, @Nullable String step);

    /** A page of the output of an attempt, of parts whose number is larger than {@code after}, in the order of their numbers. */
    List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit);

    /** What a run keeps under a key. */
    Optional<FileRecord> file(RunKey run, String key);

    /**
     * A page of what a run keeps under keys that start with {@code prefix}, sorted by the code points of the key.
     *
     * @param after only what comes after this key, or null
     */
    List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit);

    /** What is stored under an address. */
    Optional<BlobInfo> findBlob(Address address);

    /** A blob, with its bytes if the records have them. */
    Optional<StoredBlob> blob(Address address);

    /** A page of all blobs whose number is larger than {@code after}, in the order of their numbers. */
    List<NumberedBlob> blobs(long after, int limit);

    /**
     * An entry of the list of blobs.
     *
     * @param number its number in that list, from 1; with gaps
     * @param info the blob
     */
    record NumberedBlob(long number, BlobInfo info) {}
}
