package dev.cairn.datastore.memory;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.RequiredBlobs;
import dev.cairn.datastore.support.RunKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store of maps: what is durable here is what is visible. Thread-safe; readers share it, and wait while somebody writes. */
final class MemoryStore implements RecordStore {
    static final String URL = "memory:";

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final TreeMap<RunId, MemoryRun> runs = new TreeMap<>(); // this and what follows: guarded by lock
    private final Map<String, String> flowClasses = new HashMap<>();
    private final MemoryBlobs blobs = new MemoryBlobs();
    private final Records records = new MemoryRecords(runs, blobs);
    private long created;

    @Override
    public String url() {
        return URL;
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        lock.readLock().lock();
        try {
            return read.apply(records);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        lock.writeLock().lock();
        try {
            List<CommitResult> answers = new ArrayList<>(batch.size());
            for (Entry entry : batch) {
                answers.add(apply(entry));
            }
            return answers;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private CommitResult apply(Entry entry) {
        if (entry instanceof Entry.OfOwner owned) {
            return applyOfOwner(owned);
        } else if (entry instanceof Entry.CreateRun create) {
            return create(create);
        } else if (entry instanceof Entry.RenameFlow rename) {
            flowClasses.put(rename.flow(), rename.flowClass());
            return CommitResult.COMMITTED;
        } else if (entry instanceof Entry.TagRun tag) {
            MemoryRun run = find(tag.run());
            return run == null ? noSuchRun(tag.run()) : run.tag(tag.add(), tag.remove());
        } else if (entry instanceof Entry.RequestStop request) {
            MemoryRun run = runs.get(request.run().id());
            return run == null ? noSuchRun(request.run()) : run.requestStop(request.at());
        } else if (entry instanceof Entry.EndDied end) {
            MemoryRun run = find(end.run());
            return run == null ? noSuchRun(end.run()) : run.endDied(end, now());
        } else if (entry instanceof Entry.DeleteRun delete) {
            return delete(delete.run());
        } else if (entry instanceof Entry.PutBlob put) {
            return blobs.put((PreparedBlob.InRecord) put.blob());
        } else if (entry instanceof Entry.DeleteBlob delete) {
            return blobs.delete(delete.address(), delete.unusedSince());
        } else if (entry instanceof Entry.FreeSpace) {
            return CommitResult.LOST; // there is none to free
        }
        return CommitResult.COMMITTED; // an orphan: nothing is outside the records
    }

    /** Not one of the same id that was imported after it was deleted. */
    private @Nullable MemoryRun find(RunKey key) {
        MemoryRun run = runs.get(key.id());
        return run != null && run.stored().number() == key.number() ? run : null;
    }

    private CommitResult delete(RunKey key) {
        if (find(key) == null) {
            return noSuchRun(key);
        }
        runs.remove(key.id());
        return CommitResult.COMMITTED;
    }

    private CommitResult create(Entry.CreateRun create) {
        String flow = create.run().flow();
        String flowClass = create.run().flowClass();
        String user = flowClasses.getOrDefault(flow, flowClass);
        if (!user.equals(flowClass)) {
            return new CommitResult.Refused(DatastoreException.flowNameInUse(flow, flowClass, user));
        }
        if (runs.containsKey(create.run().id())) {
            return new CommitResult.Refused(
                    DatastoreException.runExists(create.run().id()));
        }
        if (create.exclusive() != null) {
            try {
                endAllThatDied(create.run(), create.exclusive());
            } catch (FlowIsRunningException refusal) {
                return new CommitResult.Refused(refusal);
            }
        }
        flowClasses.put(flow, flowClass);
        runs.put(create.run().id(), new MemoryRun(create.run(), ++created));
        return CommitResult.COMMITTED;
    }

    private void endAllThatDied(RunRecord run, Exclusive exclusive) {
        Instant now = now();
        List<MemoryRun> others = runs.descendingMap().values().stream()
                .filter(other -> exclusive.concerns(other.stored().record()))
                .toList();
        others.forEach(other -> exclusive.requireDied(run, other.stored().record(), now));
        others.forEach(other -> other.die(now));
    }

    private CommitResult applyOfOwner(Entry.OfOwner entry) {
        if (entry instanceof Entry.CommitTask commit) {
            commit.blobs().forEach(blob -> blobs.put((PreparedBlob.InRecord) blob));
        }
        MemoryRun run = find(entry.run());
        if (run == null) {
            return noSuchRun(entry.run());
        }
        if (run.epoch() != entry.run().epoch()) {
            return new CommitResult.Fenced(run.epoch());
        }
        Optional<Address> missing = RequiredBlobs.of(entry).stream()
                .filter(address -> !blobs.use(address))
                .findFirst();
        if (missing.isPresent()) {
            return new CommitResult.MissingBlob(missing.get());
        }
        if (entry instanceof Entry.CommitTask commit) {
            return run.commit(commit);
        } else if (entry instanceof Entry.ImportTask task) {
            return run.commit(task.record(), task.token());
        } else if (entry instanceof Entry.EndImport end) {
            return run.endImport(end.record());
        } else if (entry instanceof Entry.AppendLog log) {
            return run.log(log.task(), log.attempt(), log.chunks());
        } else if (entry instanceof Entry.PutFile put) {
            return run.putFile(put.file());
        } else if (entry instanceof Entry.ImportFile imported) {
            return run.putFile(imported.file());
        } else if (entry instanceof Entry.Heartbeat heartbeat) {
            return run.heartbeat(heartbeat.at());
        } else if (entry instanceof Entry.StoreFingerprints code) {
            return run.storeFingerprints(code.fingerprints());
        } else if (entry instanceof Entry.EndRun end) {
            return run.finish(end);
        }
        return run.takeOver();
    }

    /** The newest time that is known: a clock may have been set back. */
    private Instant now() {
        return runs.values().stream()
                .map(run -> run.stored().record().heartbeatAt())
                .reduce(Instant.now(), (one, other) -> one.isBefore(other) ? other : one);
    }

    private static CommitResult noSuchRun(RunKey run) {
        return new CommitResult.Refused(DatastoreException.noSuchRun(run.id()));
    }

    @Override
    public void close() {}
}
