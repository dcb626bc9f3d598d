package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a store at one moment. A page has fewer entries than its limit only if there are no more. For a deleted run, nothing
 * is found. An instance is valid, and used by one thread, during {@link RecordStore#read}.
 *
 * <p>All methods may throw a {@link DamagedRecordException}, if a record is not what was written, or if records are missing.
 */
public interface Records {
    /**
     * {@return the run with this id}
     *
     * @param run the id to look for
     */
    Optional<StoredRun> run(RunId run);

    /**
     * A page of the runs of a flow and a status, newest first. The tags and times of the query may be ignored.
     *
     * @param before only runs that are older than this one, or null
     * @param query which runs to list; each that matches is in a page, others may be
     * @param limit the largest number of runs to return
     * @return the page, empty after the last run
     */
    List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit);

    /**
     * {@return all attempts of a task, oldest first}
     *
     * @param run the run
     * @param task the task within the run
     */
    List<StoredTask> attempts(RunKey run, TaskId task);

    /**
     * A page of the attempts of a run whose number is larger than {@code after}, in the order of their numbers.
     *
     * @param run the run
     * @param after 0, or the number of the last attempt that was read
     * @param limit the largest number of attempts to return
     * @return the page, with attempts of all tasks and statuses
     */
    List<StoredTask> attempts(RunKey run, long after, int limit);

    /**
     * The same attempts without what they left, of which a store may read less.
     *
     * @param run the run
     * @param after 0, or the number of the last attempt that was read
     * @param limit the largest number of attempts to return
     * @return the page, with attempts of all tasks and statuses
     */
    default List<StoredEnd> ends(RunKey run, long after, int limit) {
        return attempts(run, after, limit).stream()
                .map(stored -> {
                    TaskId task = stored.record().task();
                    int attempt = stored.record().attempt();
                    boolean output =
                            stored.logs() > 0 || !log(run, task, attempt, 0, 1).isEmpty();
                    return new StoredEnd(new EndedAttempt(task, attempt, output), stored.number());
                })
                .toList();
    }

    /**
     * A page of the finished attempts of a step, in item order, starting at a position.
     *
     * @param run the run
     * @param step the name of the step
     * @param from the position of the first task, or where it would be
     * @param limit the largest number of attempts to return
     * @return the page, with one attempt of each task
     */
    List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit);

    /**
     * A page of the finished attempts of a step, in item order, without the first {@code skipped}. The store may have to count them.
     *
     * @param run the run
     * @param step the name of the step
     * @param skipped how many tasks to leave out at the beginning
     * @param limit the largest number of attempts to return
     * @return the page, with one attempt of each task
     */
    List<StoredTask> tasks(RunKey run, String step, long skipped, int limit);

    /**
     * The last finished attempt of a step, in item order, whose position begins with the given one.
     *
     * @param run the run
     * @param step the name of the step
     * @param position the beginning of the position, outermost first; empty for any
     * @return empty if nothing is found
     */
    Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position);

    /**
     * The expected number of attempts of a run, with digests, to compare with what is found.
     *
     * @param run the run
     * @param step only this step, or null for all
     * @return empty if the run was deleted, or if the store does not count: then nothing is compared
     */
    Optional<List<Tally>> tallies(RunKey run, @Nullable String step);

    /**
     * A page of the parts of the output of an attempt whose number is larger than {@code after}, in the order of their numbers.
     *
     * @param run the run
     * @param task the task, or {@link TaskId#RUN}
     * @param attempt the number of the attempt, from 0
     * @param after 0, or the number of the last part that was read
     * @param limit the largest number of parts to return
     * @return the page, with parts that are not decompressed
     */
    List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit);

    /**
     * The blob that a run stores under a key.
     *
     * @param run the run
     * @param key the key within the run
     * @return empty if nothing is found
     */
    Optional<FileRecord> file(RunKey run, String key);

    /**
     * A page of the blobs that a run stores under keys that start with {@code prefix}, sorted by the code points of the key.
     *
     * @param after only keys after this one, or null
     * @param run the run
     * @param prefix what the keys start with; the empty string for all
     * @param limit the largest number of blobs to return
     * @return the page
     */
    List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit);

    /**
     * The blob at an address, without its bytes.
     *
     * @param address the address to look at
     * @return empty if there is no blob
     */
    Optional<BlobInfo> findBlob(Address address);

    /**
     * Those of some addresses at which there is a blob. A store where each query takes its time makes only one.
     *
     * @param addresses the addresses to look at
     * @return a part of them
     */
    default Set<Address> presentBlobs(Collection<Address> addresses) {
        Set<Address> present = new HashSet<>();
        for (Address address : addresses) {
            if (findBlob(address).isPresent()) {
                present.add(address);
            }
        }
        return present;
    }

    /**
     * The blob at an address, with its bytes if they are in the records.
     *
     * @param address the address to look at
     * @return empty if there is no blob
     */
    Optional<StoredBlob> blob(Address address);

    /**
     * The blobs at some addresses, as {@link #blob} finds them, in no particular order; those that are not there are left out. A store in
     * which each question takes its time asks one.
     *
     * @param addresses the addresses to look at; one may occur twice
     * @return the blobs that were found
     */
    default List<StoredBlob> blobs(Collection<Address> addresses) {
        return addresses.stream().flatMap(address -> blob(address).stream()).toList();
    }

    /**
     * A page of all blobs whose number is larger than {@code after}, in the order of their numbers.
     *
     * @param after 0, or the number of the last blob that was read
     * @param limit the largest number of blobs to return
     * @return the page
     */
    List<NumberedBlob> blobs(long after, int limit);

    /**
     * An entry of the list of blobs.
     *
     * @param number its number in that list, from 1; there may be gaps
     * @param info the blob
     */
    record NumberedBlob(long number, BlobInfo info) {}
}
