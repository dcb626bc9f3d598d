package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.Exclusive;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.RequiredBlobs;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredRun;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of a batch, within one transaction of the database. For one thread.
 *
 * <p>At first it locks the rows of the owners of all runs that the batch is about, in the order of their numbers. They are locked shared,
 * so that several processes can commit tasks of one run at once, if all that the batch stores is decided by unique indexes: first attempts.
 * They are locked exclusively for what depends on what others store: output is numbered, a later attempt must not be overtaken by an
 * earlier one, and a new owner must not take a run over amid a commit. Whoever creates an exclusive run locks the runs that it may end.
 *
 * <p>Before each row, there is a lock for which all queue: a row that is locked shared is given to whoever wants to share it, and to him
 * who needs it for himself only when nobody does, which among many processes may be never.
 *
 * <p>Entries of the frequent kinds that follow each other are written together, with one statement per table; all others alone.
 */
final class Transaction {
    private final Session session;
    private final Writer writer;
    private final Predicate<String> broken;
    private final Instant now;
    private final Map<Long, Long> epochs = new HashMap<>(); // of the runs that are there

    /**
     * A transaction that has begun.
     *
     * @param session in the transaction
     * @param writer counts attempts
     * @param broken tells of the key of an object whether it is missing or cut
     * @param now the time by the clock of the server
     */
    Transaction(Session session, Writer writer, Predicate<String> broken, Instant now) {
        this.session = session;
        this.writer = writer;
        this.broken = broken;
        this.now = now;
    }

    /** Applies all entries, in their order; the answers, in the same order. */
    List<CommitResult> apply(List<Entry> batch) throws SQLException {
        lock(batch);
        List<CommitResult> results = new ArrayList<>(batch.size());
        for (int from = 0; from < batch.size(); ) {
            int to = endOfGroup(batch, from);
            if (to > from) {
                results.addAll(applyGroup(batch.subList(from, to)));
            } else {
                to = from + 1;
                results.add(applyAlone(batch.get(from)));
            }
            from = to;
        }
        writer.storeTallies(session);
        return results;
    }

    private void lock(List<Entry> batch) throws SQLException {
        Set<Long> runs = new HashSet<>();
        Set<String> exclusive = new HashSet<>(); // flows of which a run is to be the only one
        boolean shared = true;
        for (Entry entry : batch) {
            RunKey run = run(entry);
            if (run != null) {
                runs.add(run.number());
                shared &= isDecidedByIndexes(entry);
            } else if (entry instanceof Entry.CreateRun create && create.exclusive() != null) {
                exclusive.addAll(create.exclusive().flows());
            }
        }
        if (!exclusive.isEmpty()) {
            FlowRows.lock(session, exclusive);
            runs.addAll(RunRows.running(session, exclusive)); // which it may end
            shared = false;
        }
        if (!runs.isEmpty()) {
            Column inOrder = Column.ofNumbers(runs.stream().sorted().toList());
            session.list(
                    "WITH queue AS MATERIALIZED (SELECT run, pg_advisory_xact_lock" + (shared ? "_shared" : "")
                            + "(hashtextextended(current_schema || '#' || run, 0)) FROM unnest(?) AS g(run))"
                            + " SELECT o.run, o.epoch FROM owner o WHERE o.run = ANY(?)"
                            + " AND (SELECT count(*) FROM queue) > 0 ORDER BY o.run FOR "
                            + (shared ? "SHARE" : "UPDATE") + " OF o",
                    row -> epochs.put(row.getLong(1), row.getLong(2)) == null,
                    inOrder,
                    inOrder);
        }
    }

    private static @Nullable RunKey run(Entry entry) {
        if (entry instanceof Entry.OfOwner owned) {
            return owned.run();
        } else if (entry instanceof Entry.EndDied end) {
            return end.run();
        } else if (entry instanceof Entry.DeleteRun delete) {
            return delete.run();
        } else if (entry instanceof Entry.TagRun tag) {
            return tag.run();
        } else if (entry instanceof Entry.RequestStop request) {
            return request.run();
        }
        return null;
    }

    private static boolean isDecidedByIndexes(Entry entry) {
        return entry instanceof Entry.CommitTask commit && commit.record().attempt() == 0
                || entry instanceof Entry.PutFile
                || entry instanceof Entry.ImportFile
                || entry instanceof Entry.Heartbeat
                || entry instanceof Entry.TagRun
                || entry instanceof Entry.RequestStop;
    }

    /** Where the entries end that can be written together, from an entry on; {@code from} if that is written alone. */
    private static int endOfGroup(List<Entry> batch, int from) {
        int to = from;
        if (batch.get(from) instanceof Entry.DeleteBlob) {
            while (to < batch.size() && batch.get(to) instanceof Entry.DeleteBlob) {
                to++;
            }
            return to;
        }
        record Task(long run, TaskId task) {}
        Set<Task> tasks = new HashSet<>();
        for (; to < batch.size(); to++) {
            Entry entry = batch.get(to);
            if (to > from && entry instanceof Entry.CommitTask commit && commit.predecessor() != null) {
                break; // it depends on what became of that
            }
            boolean together = entry instanceof Entry.PutBlob
                    || entry instanceof Entry.AppendLog
                    || entry instanceof Entry.PutFile
                    || entry instanceof Entry.ImportFile
                    || entry instanceof Entry.CommitTask commit
                            && tasks.add(new Task(
                                    commit.run().number(), commit.record().task()))
                    || entry instanceof Entry.ImportTask task
                            && tasks.add(
                                    new Task(task.run().number(), task.record().task()));
            if (!together) {
                break; // a second attempt of a task depends on what became of the first
            }
        }
        return to;
    }

    private List<CommitResult> applyGroup(List<Entry> group) throws SQLException {
        if (group.get(0) instanceof Entry.DeleteBlob) {
            return delete(group.stream().map(Entry.DeleteBlob.class::cast).toList());
        }
        storeBlobs(group);
        CommitResult[] results = accept(group);
        List<Integer> tasks = new ArrayList<>();
        List<Entry.AppendLog> logs = new ArrayList<>();
        List<FileRows.Row> files = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            Entry entry = group.get(i);
            if (!results[i].equals(CommitResult.COMMITTED)) {
                continue;
            }
            if (entry instanceof Entry.AppendLog log) {
                logs.add(log);
            } else if (entry instanceof Entry.PutFile put) {
                files.add(new FileRows.Row(put.run(), put.file()));
            } else if (entry instanceof Entry.ImportFile imported) {
                files.add(new FileRows.Row(imported.run(), imported.file()));
            } else if (!(entry instanceof Entry.PutBlob)) {
                tasks.add(i);
            }
        }
        Map<AttemptKey, Long> counts = appendLogs(group, tasks, logs);
        if (!files.isEmpty()) {
            FileRows.put(session, files);
        }
        storeTasks(group, tasks, counts, results);
        return List.of(results);
    }

    /** For each entry, whether it is accepted: whether its run is there and owned, and the blobs that it requires. */
    private CommitResult[] accept(List<Entry> group) throws SQLException {
        CommitResult[] results = new CommitResult[group.size()];
        Set<Address> required = new HashSet<>();
        for (int i = 0; i < results.length; i++) {
            results[i] = CommitResult.COMMITTED;
            if (group.get(i) instanceof Entry.OfOwner owned) {
                results[i] = ofOwner(owned.run());
                if (results[i].equals(CommitResult.COMMITTED)
                        && owned instanceof Entry.CommitTask commit
                        && commit.predecessor() != null
                        && !TaskRows.has(session, commit.run(), commit.predecessor())) {
                    results[i] = CommitResult.LOST;
                }
                if (results[i].equals(CommitResult.COMMITTED)) {
                    required.addAll(RequiredBlobs.of(owned));
                }
            }
        }
        Set<Address> present = BlobRows.use(session, required, now);
        for (int i = 0; i < results.length; i++) {
            if (results[i].equals(CommitResult.COMMITTED) && group.get(i) instanceof Entry.OfOwner owned) {
                results[i] = RequiredBlobs.of(owned).stream()
                        .filter(address -> !present.contains(address))
                        .findFirst()
                        .<CommitResult>map(CommitResult.MissingBlob::new)
                        .orElse(CommitResult.COMMITTED);
            }
        }
        return results;
    }

    /** Whether a write of an owner is accepted. */
    private CommitResult ofOwner(RunKey run) {
        Long epoch = epochs.get(run.number());
        if (epoch == null) {
            return new CommitResult.Refused(DatastoreException.noSuchRun(run.id()));
        }
        return epoch == run.epoch() ? CommitResult.COMMITTED : new CommitResult.Fenced(epoch);
    }

    /** Of commits that are refused too, because another commit may already refer to their blobs. */
    private void storeBlobs(List<Entry> group) throws SQLException {
        List<PreparedBlob> blobs = new ArrayList<>();
        for (Entry entry : group) {
            if (entry instanceof Entry.PutBlob put) {
                blobs.add(put.blob());
            } else if (entry instanceof Entry.CommitTask commit) {
                blobs.addAll(commit.blobs());
            }
        }
        if (!blobs.isEmpty()) {
            BlobRows.store(session, blobs, broken, now);
        }
    }

    private Map<AttemptKey, Long> appendLogs(List<Entry> group, List<Integer> tasks, List<Entry.AppendLog> logs)
            throws SQLException {
        Set<AttemptKey> attempts = new HashSet<>();
        logs.forEach(log -> attempts.add(new AttemptKey(log.run().number(), log.task(), log.attempt())));
        for (int i : tasks) {
            logKey(group.get(i)).ifPresent(attempts::add);
        }
        Map<AttemptKey, Long> counts = LogRows.counts(session, attempts);
        if (!logs.isEmpty()) {
            LogRows.insert(session, logs, counts);
        }
        return counts;
    }

    /** The attempt whose output is counted, if it may have any. */
    private static Optional<AttemptKey> logKey(Entry entry) {
        if (entry instanceof Entry.CommitTask commit && commit.logged()) {
            return Optional.of(new AttemptKey(
                    commit.run().number(),
                    commit.record().task(),
                    commit.record().attempt()));
        }
        if (entry instanceof Entry.ImportTask task && task.logged()) {
            return Optional.of(new AttemptKey(
                    task.run().number(), task.record().task(), task.record().attempt()));
        }
        return Optional.empty();
    }

    private void storeTasks(List<Entry> group, List<Integer> tasks, Map<AttemptKey, Long> logs, CommitResult[] results)
            throws SQLException {
        Map<Integer, TaskRows.Row> rows = new LinkedHashMap<>();
        for (int i : tasks) {
            long count =
                    logKey(group.get(i)).map(key -> logs.getOrDefault(key, 0L)).orElse(0L);
            rows.put(i, row(group.get(i), count));
        }
        if (rows.isEmpty()) {
            return;
        }
        List<TaskRows.Row> inOrder = List.copyOf(rows.values());
        List<TaskRows.Outcome> outcomes = TaskRows.insert(session, inOrder);
        int next = 0;
        for (int i : rows.keySet()) {
            results[i] = outcomes.get(next).result();
            if (outcomes.get(next).stored()) {
                writer.count(inOrder.get(next).run().number(), inOrder.get(next).tally());
            }
            next++;
        }
    }

    private static TaskRows.Row row(Entry entry, long logs) {
        return entry instanceof Entry.CommitTask commit
                ? new TaskRows.Row(commit.run(), commit.record(), commit.encoded(), logs)
                : row((Entry.ImportTask) entry, logs);
    }

    private static TaskRows.Row row(Entry.ImportTask task, long logs) {
        return new TaskRows.Row(task.run(), task.record(), task.encoded(), logs);
    }

    private List<CommitResult> delete(List<Entry.DeleteBlob> deletions) throws SQLException {
        Set<Address> gone = BlobRows.delete(session, deletions);
        List<CommitResult> results = new ArrayList<>();
        for (Entry.DeleteBlob deletion : deletions) {
            results.add(gone.remove(deletion.address()) ? CommitResult.COMMITTED : CommitResult.LOST);
        }
        return results;
    }

    /** What is refused changes nothing. */
    private CommitResult applyAlone(Entry entry) throws SQLException {
        if (entry instanceof Entry.OfOwner owned) {
            CommitResult accepted = ofOwner(owned.run());
            if (accepted.equals(CommitResult.COMMITTED)) {
                applyOfOwner(owned);
            }
            return accepted;
        }
        boolean mayBeRefusedLate =
                entry instanceof Entry.CreateRun; // all others are refused before they change anything
        if (mayBeRefusedLate) {
            session.execute("SAVEPOINT entry");
        }
        try {
            return applyOfAnybody(entry);
        } catch (DatastoreException refusal) {
            if (mayBeRefusedLate) {
                session.execute("ROLLBACK TO SAVEPOINT entry");
            }
            return new CommitResult.Refused(refusal);
        }
    }

    private void applyOfOwner(Entry.OfOwner entry) throws SQLException {
        long run = entry.run().number();
        if (entry instanceof Entry.EndImport end) {
            RunRows.change(session, run, record -> imported(record, end.record()));
        } else if (entry instanceof Entry.Heartbeat heartbeat) {
            RunRows.heartbeatAt(session, run, heartbeat.at());
        } else if (entry instanceof Entry.StoreFingerprints code) {
            RunRows.change(
                    session,
                    run,
                    record ->
                            record.toBuilder().fingerprints(code.fingerprints()).build());
        } else if (entry instanceof Entry.EndRun end) {
            RunRows.change(
                    session,
                    run,
                    record -> record.status() == RunStatus.RUNNING
                            ? record.finished(end.status(), end.at(), end.failedTask(), end.failure())
                            : record);
        } else if (entry instanceof Entry.TakeOver) {
            takeOver(run);
        }
    }

    private static RunRecord imported(RunRecord record, RunRecord ended) {
        return record.status() == RunStatus.IMPORTING
                ? record.toBuilder()
                        .status(ended.status(), ended.finishedAt())
                        .heartbeatAt(ended.heartbeatAt())
                        .failure(ended.failedTask(), ended.failure())
                        .build()
                : record;
    }

    private CommitResult applyOfAnybody(Entry entry) throws SQLException {
        if (entry instanceof Entry.CreateRun create) {
            create(create);
        } else if (entry instanceof Entry.TagRun tag) {
            RunRows.change(session, requireThere(tag.run()), record -> tagged(record, tag));
        } else if (entry instanceof Entry.RenameFlow rename) {
            FlowRows.rename(session, rename.flow(), rename.flowClass());
        } else if (entry instanceof Entry.RequestStop request) {
            RunRows.change(
                    session,
                    requireThere(request.run()),
                    record -> record.status() == RunStatus.RUNNING && record.stopRequestedAt() == null
                            ? record.withStopRequestedAt(request.at())
                            : record);
        } else if (entry instanceof Entry.EndDied end) {
            return endDied(end);
        } else if (entry instanceof Entry.DeleteRun delete) {
            RunRows.delete(session, requireThere(delete.run()));
            epochs.remove(delete.run().number());
        } else if (entry instanceof Entry.Rebuild) {
            session.execute(
                    "REINDEX TABLE task; REINDEX TABLE log; REINDEX TABLE file; REINDEX TABLE run; REINDEX TABLE blob");
        } else if (entry instanceof Entry.FreeSpace) {
            return DeletedRows.free(session) ? CommitResult.COMMITTED : CommitResult.LOST;
        }
        return CommitResult.COMMITTED; // objects without rows are found by a sweep, not by their address
    }

    private static RunRecord tagged(RunRecord record, Entry.TagRun tag) {
        Set<String> tags = new HashSet<>(record.tags());
        tags.addAll(tag.add());
        tags.removeAll(tag.remove());
        return record.withTags(tags);
    }

    private void create(Entry.CreateRun create) throws SQLException {
        RunRecord run = create.run();
        Exclusive exclusive = create.exclusive();
        FlowRows.use(session, run.flow(), run.flowClass());
        if (RunRows.find(session, run.id()).isPresent()) {
            throw DatastoreException.runExists(run.id());
        }
        if (exclusive != null) {
            endAllThatDied(run, exclusive);
        }
        if (!RunRows.create(session, run)) {
            throw DatastoreException.runExists(run.id()); // by another process, just now
        }
    }

    /** Checks all of them before it ends the first. */
    private void endAllThatDied(RunRecord run, Exclusive exclusive) throws SQLException {
        List<StoredRun> others = RunRows.running(session, exclusive);
        for (StoredRun other : others) {
            exclusive.requireDied(run, other.record(), now);
        }
        for (StoredRun other : others) {
            die(other.number());
        }
    }

    private CommitResult endDied(Entry.EndDied end) throws SQLException {
        long run = requireThere(end.run());
        RunRecord record = RunRows.find(session, run).orElseThrow().record();
        boolean silent =
                record.status() == RunStatus.RUNNING && record.heartbeatAt().isBefore(now.minus(end.silence()));
        if (!silent || !ofOwner(end.run()).equals(CommitResult.COMMITTED)) {
            return CommitResult.LOST;
        }
        die(run);
        return CommitResult.COMMITTED;
    }

    /** Ends a run, and takes it from its process. */
    private void die(long run) throws SQLException {
        RunRows.change(session, run, record -> record.finished(RunStatus.DIED, now, null, null));
        takeOver(run);
    }

    private void takeOver(long run) throws SQLException {
        epochs.put(run, RunRows.takeOver(session, run));
    }

    private long requireThere(RunKey run) {
        if (!epochs.containsKey(run.number())) {
            throw DatastoreException.noSuchRun(run.id());
        }
        return run.number();
    }
}
