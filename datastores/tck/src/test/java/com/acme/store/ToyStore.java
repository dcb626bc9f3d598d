package com.acme.store;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredBlob;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All runs and blobs of a name. Thread-safe: whoever reads or writes holds its monitor. */
final class ToyStore implements RecordStore, Records {
    private final String url;
    private final TreeMap<RunId, ToyRun> runs = new TreeMap<>();
    private final Map<String, String> flowClasses = new HashMap<>();
    private final Map<Address, ToyBlob> blobs = new LinkedHashMap<>(); // in the order of their numbers
    private long created;
    private long stored;

    ToyStore(String url) {
        this.url = url;
    }

    private record ToyBlob(long number, StoredBlob blob, Instant put) {}

    @Override
    public String url() {
        return url;
    }

    @Override
    public synchronized <T> T read(Function<Records, T> read) {
        return read.apply(this);
    }

    @Override
    public synchronized List<CommitResult> apply(List<Entry> batch) {
        return batch.stream().map(this::apply).toList();
    }

    private CommitResult apply(Entry entry) {
        if (entry instanceof Entry.CreateRun create) {
            return create(create);
        } else if (entry instanceof Entry.RenameFlow rename) {
            flowClasses.put(rename.flow(), rename.flowClass());
        } else if (entry instanceof Entry.PutBlob put) {
            put(put.blob());
        } else if (entry instanceof Entry.DeleteBlob delete) {
            return blobs.values()
                            .removeIf(blob -> blob.blob().info().address().equals(delete.address())
                                    && blob.put().isBefore(delete.unusedSince()))
                    ? CommitResult.COMMITTED
                    : CommitResult.LOST;
        } else if (entry instanceof Entry.TagRun tag) {
            return change(tag.run(), run -> run.tag(tag));
        } else if (entry instanceof Entry.RequestStop request) {
            return change(request.run(), run -> run.requestStop(request.at()));
        } else if (entry instanceof Entry.EndDied end) {
            return change(end.run(), run -> run.endDied(end, Instant.now()));
        } else if (entry instanceof Entry.FreeSpace) {
            return CommitResult.LOST;
        } else if (entry instanceof Entry.DeleteRun delete) {
            return change(delete.run(), run -> {
                runs.remove(delete.run().id());
                return CommitResult.COMMITTED;
            });
        } else if (entry instanceof Entry.OfOwner owned) {
            if (entry instanceof Entry.CommitTask commit) {
                commit.blobs().forEach(this::put);
            }
            return change(owned.run(), run -> run.apply(owned, this::use));
        }
        return CommitResult.COMMITTED; // there are no bytes outside, and so no orphans
    }

    private CommitResult create(Entry.CreateRun create) {
        String flow = create.run().flow();
        String flowClass = create.run().flowClass();
        String user = flowClasses.getOrDefault(flow, flowClass);
        if (!user.equals(flowClass)) {
            return new CommitResult.Refused(DatastoreException.flowNameInUse(flow, flowClass, user));
        }
        RunId id = create.run().id();
        if (runs.containsKey(id)) {
            return new CommitResult.Refused(DatastoreException.runExists(id));
        }
        if (create.exclusive() != null) {
            try {
                endAllThatDied(create.run(), create.exclusive(), Instant.now());
            } catch (FlowIsRunningException refusal) {
                return new CommitResult.Refused(refusal);
            }
        }
        flowClasses.put(flow, flowClass);
        runs.put(id, new ToyRun(create.run(), ++created));
        return CommitResult.COMMITTED;
    }

    private void endAllThatDied(RunRecord run, Exclusive exclusive, Instant now) {
        List<ToyRun> others = runs.descendingMap().values().stream()
                .filter(other -> exclusive.concerns(other.stored().record()))
                .toList();
        others.forEach(other -> exclusive.requireDied(run, other.stored().record(), now));
        others.forEach(other -> other.die(now));
    }

    private CommitResult change(RunKey key, Function<ToyRun, CommitResult> change) {
        return find(key).map(change).orElseGet(() -> new CommitResult.Refused(DatastoreException.noSuchRun(key.id())));
    }

    private boolean use(Address address) {
        return blobs.computeIfPresent(address, (unused, blob) -> new ToyBlob(blob.number(), blob.blob(), Instant.now()))
                != null;
    }

    private void put(PreparedBlob prepared) {
        PreparedBlob.InRecord blob = (PreparedBlob.InRecord) prepared;
        StoredBlob bytes = new StoredBlob(
                blob.info(),
                blob.encoding(),
                blob.storedSize(),
                blob.checksum(),
                blob.data().clone());
        blobs.compute(
                blob.info().address(),
                (unused, present) -> present == null
                        ? new ToyBlob(++stored, bytes, Instant.now())
                        : new ToyBlob(present.number(), present.blob(), Instant.now()));
    }

    /** Flips a bit of a blob. */
    synchronized void damage(Address address) {
        byte[] data = blobs.get(address).blob().data();
        data[data.length / 2] ^= 1;
    }

    private Optional<ToyRun> find(RunKey key) {
        return Optional.ofNullable(runs.get(key.id()))
                .filter(run -> run.stored().number() == key.number());
    }

    @Override
    public Optional<StoredRun> run(RunId run) {
        return Optional.ofNullable(runs.get(run)).map(ToyRun::stored);
    }

    @Override
    public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
        return (before == null ? runs : runs.headMap(before, false))
                .descendingMap().values().stream()
                        .map(ToyRun::stored)
                        .filter(run -> new RunQuery(query.flow(), query.status(), Set.of()).matches(run.record()))
                        .limit(limit)
                        .toList();
    }

    @Override
    public List<StoredTask> attempts(RunKey run, TaskId task) {
        return find(run).map(found -> found.attempts(task)).orElse(List.of());
    }

    @Override
    public List<StoredTask> attempts(RunKey run, long after, int limit) {
        return page(find(run).stream().flatMap(ToyRun::attempts), after, limit);
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
        return page(find(run).stream().flatMap(found -> found.tasks(step, from)), 0, limit);
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
        return page(find(run).stream().flatMap(found -> found.tasks(step, List.of())), skipped, limit);
    }

    private static <T> List<T> page(Stream<T> all, long skipped, int limit) {
        return all.skip(skipped).limit(limit).toList();
    }

    @Override
    public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
        return find(run).stream()
                .flatMap(found -> found.tasks(step, position))
                .takeWhile(task -> task.record().task().isWithin(step, position))
                .reduce((earlier, later) -> later);
    }

    @Override
    public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
        return Optional.empty();
    }

    @Override
    public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
        return page(find(run).stream().flatMap(found -> found.log(task, attempt)), after, limit);
    }

    @Override
    public Optional<FileRecord> file(RunKey run, String key) {
        return find(run).flatMap(found -> found.file(key));
    }

    @Override
    public List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit) {
        return page(find(run).stream().flatMap(found -> found.files(prefix, after)), 0, limit);
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return blob(address).map(StoredBlob::info);
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        return Optional.ofNullable(blobs.get(address))
                .map(ToyBlob::blob)
                .map(blob -> new StoredBlob(
                        blob.info(),
                        blob.encoding(),
                        blob.storedSize(),
                        blob.checksum(),
                        blob.data().clone()));
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        return blobs.values().stream()
                .filter(blob -> blob.number() > after)
                .limit(limit)
                .map(blob -> new NumberedBlob(blob.number(), blob.blob().info()))
                .toList();
    }

    @Override
    public void close() {
        // other instances have it open
    }
}
