package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RequiredBlobs;
import dev.cairn.datastore.support.RunKey;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the entries of a batch, within one transaction. For one thread. */
final class Transaction {
    private final Session session;
    private final BlobRows blobs;
    private final BlobFiles files;
    private final Map<Long, Long> epochs = new HashMap<>(); // of the runs that were met

    Transaction(Session session, BlobRows blobs, BlobFiles files) {
        this.session = session;
        this.blobs = blobs;
        this.files = files;
    }

    CommitResult apply(Entry entry) throws SQLException, IOException {
        try {
            return entry instanceof Entry.OfOwner owned ? applyOfOwner(owned) : applyOfAnybody(entry);
        } catch (DatastoreException refusal) {
            return new CommitResult.Refused(refusal);
        }
    }

    private CommitResult applyOfAnybody(Entry entry) throws SQLException, IOException {
        if (entry instanceof Entry.PutBlob put) {
            blobs.store(put.blob(), session);
        } else if (entry instanceof Entry.CreateRun create) {
            create(create);
        } else if (entry instanceof Entry.TagRun tag) {
            requireThere(tag.run());
            RunRows.tag(session, tag.run().number(), tag.add(), tag.remove());
        } else if (entry instanceof Entry.RenameFlow rename) {
            FlowRows.rename(session, rename.flow(), rename.flowClass());
        } else if (entry instanceof Entry.RequestStop request) {
            requireThere(request.run());
            if (RunRows.isRunning(session, request.run().number())) {
                StopRows.add(session, request.run().number(), request.at());
            }
        } else if (entry instanceof Entry.EndDied end) {
            return endDied(end);
        } else if (entry instanceof Entry.DeleteRun delete) {
            requireThere(delete.run());
            RunRows.delete(session, delete.run().number());
            epochs.remove(delete.run().number());
        } else if (entry instanceof Entry.DeleteBlob delete) {
            return BlobRows.delete(session, delete.address(), delete.unusedSince())
                    ? CommitResult.COMMITTED
                    : CommitResult.LOST;
        } else if (entry instanceof Entry.Rebuild) {
            session.execute("REINDEX");
        } else if (entry instanceof Entry.FreeSpace) {
            return DeletedRows.free(session) ? CommitResult.COMMITTED : CommitResult.LOST;
        } else if (entry instanceof Entry.DropOrphan orphan
                && BlobRows.find(session, orphan.address()).isEmpty()) {
            files.delete(orphan.address());
        }
        return CommitResult.COMMITTED;
    }

    private CommitResult applyOfOwner(Entry.OfOwner entry) throws SQLException, IOException {
        if (entry instanceof Entry.CommitTask commit) {
            for (PreparedBlob blob : commit.blobs()) {
                blobs.store(blob, session);
            }
        }
        long epoch = requireThere(entry.run());
        if (epoch != entry.run().epoch()) {
            return new CommitResult.Fenced(epoch);
        }
        for (Address address : RequiredBlobs.of(entry)) {
            if (!blobs.use(session, address)) {
                return new CommitResult.MissingBlob(address);
            }
        }
        long run = entry.run().number();
        if (entry instanceof Entry.CommitTask commit) {
            if (commit.predecessor() != null && !TaskRows.has(session, run, commit.predecessor())) {
                return CommitResult.LOST;
            }
            return insert(run, commit.record(), commit.encoded(), commit.logged());
        } else if (entry instanceof Entry.ImportTask task) {
            return insert(run, task.record(), task.encoded(), task.logged());
        } else if (entry instanceof Entry.EndImport end) {
            RunRows.endImport(session, run, end.record());
        } else if (entry instanceof Entry.AppendLog log) {
            LogRows.insert(session, run, log.task(), log.attempt(), log.chunks());
        } else if (entry instanceof Entry.PutFile put) {
            FileRows.put(session, run, put.file());
        } else if (entry instanceof Entry.ImportFile imported) {
            FileRows.put(session, run, imported.file());
        } else if (entry instanceof Entry.Heartbeat heartbeat) {
            RunRows.change(session, run, record -> record.withHeartbeatAt(heartbeat.at()));
        } else if (entry instanceof Entry.StoreFingerprints code) {
            RunRows.storeFingerprints(session, run, code.fingerprints());
        } else if (entry instanceof Entry.EndRun end) {
            end(run, end);
        } else if (entry instanceof Entry.TakeOver) {
            takeOver(run, epoch);
        }
        return CommitResult.COMMITTED;
    }

    private void create(Entry.CreateRun create) throws SQLException {
        RunRows.requireNew(session, create.run());
        if (create.exclusive() != null) {
            endAllThatDied(create.run(), create.exclusive());
        }
        RunRows.create(session, create.run());
    }

    /** Checks all of them before it ends the first: what is refused changes nothing. */
    private void endAllThatDied(RunRecord run, Exclusive exclusive) throws SQLException {
        Instant now = RunRows.newestTime(session, Instant.now());
        List<RunRow> others = RunRows.concerned(session, exclusive);
        for (RunRow other : others) {
            exclusive.requireDied(run, other.run(), now);
        }
        for (RunRow other : others) {
            die(other.number(), epoch(other.number()), now);
        }
    }

    private CommitResult endDied(Entry.EndDied end) throws SQLException {
        long run = end.run().number();
        long epoch = requireThere(end.run());
        Instant now = RunRows.newestTime(session, Instant.now());
        if (epoch != end.run().epoch() || !RunRows.isSilent(session, run, now.minus(end.silence()))) {
            return CommitResult.LOST;
        }
        die(run, epoch, now);
        return CommitResult.COMMITTED;
    }

    /** Ends a run, and takes it from its process. */
    private void die(long run, long epoch, Instant now) throws SQLException {
        RunRows.change(session, run, record -> record.finished(RunStatus.DIED, now, null, null));
        takeOver(run, epoch);
    }

    private void takeOver(long run, long epoch) throws SQLException {
        OwnerRows.takeOver(session, run, epoch + 1);
        epochs.put(run, epoch + 1);
    }

    private CommitResult insert(long run, TaskRecord record, byte[] encoded, boolean logged) throws SQLException {
        long logs = logged ? LogRows.count(session, run, record.task(), record.attempt()) : 0;
        return TaskRows.insert(session, run, record, encoded, logs);
    }

    private void end(long run, Entry.EndRun end) throws SQLException {
        RunRows.change(
                session,
                run,
                record -> record.status() == RunStatus.RUNNING
                        ? record.finished(end.status(), end.at(), end.failedTask(), end.failure())
                        : record);
    }

    /** The epoch of a run, which has to be there. */
    private long requireThere(RunKey run) throws SQLException {
        if (!epochs.containsKey(run.number()) && !RunRows.exists(session, run.number())) {
            throw DatastoreException.noSuchRun(run.id());
        }
        return epoch(run.number());
    }

    /** The epoch of a run that is there; asked for once in a transaction. */
    private long epoch(long run) throws SQLException {
        Long known = epochs.get(run);
        if (known == null) {
            known = OwnerRows.epoch(session, run);
            epochs.put(run, known);
        }
        return known;
    }
}
