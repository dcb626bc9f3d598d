package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.TaskBlobs;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
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
            RunRows.create(session, create.run());
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
        long run = entry.run().number();
        if (entry instanceof Entry.CommitTask commit) {
            return commit(run, commit);
        } else if (entry instanceof Entry.AppendLog log) {
            LogRows.insert(session, run, log.task(), log.attempt(), log.chunks());
        } else if (entry instanceof Entry.PutFile put) {
            FileRows.put(session, run, put.file());
        } else if (entry instanceof Entry.Heartbeat heartbeat) {
            RunRows.change(session, run, record -> record.withHeartbeatAt(heartbeat.at()));
        } else if (entry instanceof Entry.EndRun end) {
            end(run, end);
        } else if (entry instanceof Entry.TakeOver) {
            OwnerRows.takeOver(session, run, epoch + 1);
            epochs.put(run, epoch + 1);
        }
        return CommitResult.COMMITTED;
    }

    private CommitResult endDied(Entry.EndDied end) throws SQLException {
        long run = end.run().number();
        long epoch = requireThere(end.run());
        Instant now = RunRows.newestTime(session, Instant.now());
        if (epoch != end.run().epoch() || !RunRows.isSilent(session, run, now.minus(end.silence()))) {
            return CommitResult.LOST;
        }
        RunRows.change(session, run, record -> record.finished(RunStatus.DIED, now, null, null));
        OwnerRows.takeOver(session, run, epoch + 1);
        epochs.put(run, epoch + 1);
        return CommitResult.COMMITTED;
    }

    private CommitResult commit(long run, Entry.CommitTask commit) throws SQLException {
        TaskRecord record = commit.record();
        for (Address address : (Iterable<Address>) TaskBlobs.before(commit)::iterator) {
            if (!blobs.use(session, address)) {
                return new CommitResult.MissingBlob(address);
            }
        }
        long logs = commit.logged() ? LogRows.count(session, run, record.task(), record.attempt()) : 0;
        return TaskRows.insert(session, run, record, commit.encoded(), logs);
    }

    private void end(long run, Entry.EndRun end) throws SQLException {
        RunRows.change(
                session,
                run,
                record -> record.status() == RunStatus.RUNNING
                        ? record.finished(end.status(), end.at(), end.failedTask(), end.failure())
                        : record);
    }

    /** The epoch of a run; asked for once in a transaction. */
    private long requireThere(RunKey run) throws SQLException {
        Long known = epochs.get(run.number());
        if (known != null) {
            return known;
        }
        if (!RunRows.exists(session, run.number())) {
            throw DatastoreException.noSuchRun(run.id());
        }
        long epoch = OwnerRows.epoch(session, run.number());
        epochs.put(run.number(), epoch);
        return epoch;
    }
}
