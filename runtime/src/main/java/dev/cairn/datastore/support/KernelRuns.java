package dev.cairn.datastore.support;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of runs. Thread-safe.
 *
 * <p>A task that is on its way is found among the pending ones; for all else, a read waits until what this process wrote before, or
 * committed of this run, is durable.
 */
final class KernelRuns implements Runs {
    private static final int PAGE = 256;

    /** Most ask for the newest run only, and the record of a run may be large. */
    private static final int FIRST_PAGE = 4;

    private static final long FIRST_EPOCH = 1;

    private final StoreReader reader;
    private final Committer committer;
    private final RunKeys keys;
    private final BlobPreparation blobs;
    private final Overlay overlay;
    private final LogFormat logFormat;
    private final NumberedSteps numberedSteps = new NumberedSteps();
    private final Set<Attempt> logs = ConcurrentHashMap.newKeySet(); // attempts that wrote and are not committed yet

    private record Attempt(RunId run, TaskId task, int number) {
        /** Written out, as those of its parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Attempt attempt
                    && number == attempt.number
                    && task.equals(attempt.task)
                    && run.equals(attempt.run);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * run.hashCode() + task.hashCode()) + number;
        }
    }

    KernelRuns(StoreReader reader, Committer committer, BlobPreparation blobs, Overlay overlay, LogFormat logFormat) {
        this.reader = reader;
        this.committer = committer;
        this.keys = new RunKeys(reader);
        this.blobs = blobs;
        this.overlay = overlay;
        this.logFormat = logFormat;
    }

    private boolean write(Entry entry) {
        return committer.write(new EntryWrite(entry));
    }

    @Override
    public void create(RunRecord run) {
        write(new Entry.CreateRun(run));
    }

    @Override
    public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
        Set<String> flows = new HashSet<>(formerNames);
        flows.add(run.flow());
        write(new Entry.CreateRun(run, new Exclusive(flows, silence)));
    }

    @Override
    public RunImport beginImport(RunRecord run) {
        reader.requireOpen();
        if (run.status() == RunStatus.RUNNING || run.status() == RunStatus.IMPORTING) {
            throw new IllegalArgumentException("run " + run.id() + " has not ended, so it cannot be imported");
        }
        reader.read(records -> records.run(run.id()))
                .filter(stored -> stored.record().status() == RunStatus.IMPORTING)
                .ifPresent(dropped -> write(new Entry.DeleteRun(dropped.key())));
        write(new Entry.CreateRun(run.toBuilder()
                .status(RunStatus.IMPORTING, null)
                .heartbeatAt(Instant.now())
                .failure(null, null)
                .build()));
        keys.forget(run.id());
        return new KernelRunImport(run, own(keys.existing(run.id())), committer, logFormat);
    }

    /** Another import of the same run may have replaced this one since it was created: then both know the same key, and one may own it. */
    private RunKey own(RunKey created) {
        if (created.epoch() != FIRST_EPOCH) {
            throw ImportWrite.dropped(created.id());
        }
        committer.write(new ImportWrite(new Entry.TakeOver(created)));
        return new RunKey(created.id(), created.number(), created.epoch() + 1);
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        return reader.read(records -> records.run(run))
                .map(this::known)
                .filter(found -> found.status() != RunStatus.IMPORTING);
    }

    @Override
    public Stream<RunRecord> list(RunQuery query) {
        return Pages.<@Nullable RunRecord, RunRecord>stream(before -> page(query, before), null, run -> run)
                .filter(query::matches);
    }

    private List<RunRecord> page(RunQuery query, @Nullable RunRecord before) {
        RunId last = before == null ? null : before.id();
        return reader.read(records -> records.runs(query, last, last == null ? FIRST_PAGE : PAGE).stream()
                .map(this::known)
                .toList());
    }

    private RunRecord known(StoredRun stored) {
        keys.renew(stored.key());
        return stored.record();
    }

    @Override
    public void finish(
            RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        write(new Entry.EndRun(keys.existing(run), status, at, failedTask, failure));
    }

    @Override
    public boolean endDied(RunId run, Duration silence) {
        RunKey current = reader.read(records -> records.run(run).map(StoredRun::key))
                .orElseThrow(() -> DatastoreException.noSuchRun(run));
        return write(new Entry.EndDied(current, silence)); // who knows the run by its former epoch stays fenced
    }

    @Override
    public void requestStop(RunId run) {
        write(new Entry.RequestStop(keys.existing(run), Instant.now()));
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        write(new Entry.Heartbeat(keys.existing(run), at));
    }

    @Override
    public void storeFingerprints(RunId run, Map<String, String> fingerprints) {
        write(new Entry.StoreFingerprints(keys.existing(run), fingerprints));
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        write(new Entry.TagRun(keys.existing(run), add, remove));
    }

    @Override
    public void rename(String flow, String flowClass) {
        write(new Entry.RenameFlow(flow, flowClass));
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        TaskRecord record = commit.record();
        RunKey key = keys.existing(record.run());
        boolean logged = logs.remove(new Attempt(record.run(), record.task(), record.attempt()));
        return committer.submit(new TaskWrite(commit, key, logged, blobs, overlay));
    }

    @Override
    public CompletableFuture<List<CommitResult>> commitAll(List<TaskCommit> commits) {
        List<Write<CommitResult>> writes = new ArrayList<>(commits.size());
        RunKey key = null;
        for (TaskCommit commit : commits) {
            TaskRecord record = commit.record();
            if (key == null || !key.id().equals(record.run())) {
                key = keys.existing(record.run());
            }
            boolean logged = !logs.isEmpty() && logs.remove(new Attempt(record.run(), record.task(), record.attempt()));
            writes.add(TaskWrite.unseen(commit, key, logged, blobs, overlay));
        }
        return committer.submitAll(writes);
    }

    @Override
    public Optional<TaskRecord> task(RunId run, TaskId task) {
        return attempts(run, task).stream().filter(TaskRecord::finished).findFirst();
    }

    @Override
    public List<TaskRecord> attempts(RunId run, TaskId task) {
        List<TaskRecord> onTheirWay = overlay.tasks().find(run, task);
        Optional<RunKey> key = keys.find(run);
        if (key.isEmpty()) {
            return List.of();
        }
        List<TaskRecord> stored = reader.read(records -> records.attempts(key.get(), task).stream()
                .map(StoredTask::record)
                .toList());
        return PendingTasks.merge(stored, onTheirWay);
    }

    @Override
    public Stream<TaskRecord> tasks(RunId run, String step) {
        return keys.find(run)
                .map(key -> TaskPages.ofStep(reader, () -> settle(run), key, step))
                .orElseGet(Stream::empty);
    }

    @Override
    public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
        return keys.find(run)
                .map(key -> settled(
                        run,
                        records -> numberedSteps
                                .page(records, key, step, from, limit)
                                .orElseGet(() -> new StepPages(records, numberedSteps, key, step).page(from, limit))))
                .orElse(List.of());
    }

    @Override
    public List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
        return keys.find(run)
                .map(key -> settled(run, records -> records.tasks(key, step, from, limit)).stream()
                        .map(StoredTask::record)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<StepCount> counts(RunId run) {
        Optional<RunKey> key = keys.find(run);
        if (key.isEmpty()) {
            return List.of();
        }
        return settled(run, records -> records.tallies(key.get(), null))
                .map(tallies -> tallies.stream().map(Tally::count).toList())
                .orElseGet(() -> StepCount.of(attempts(run)));
    }

    @Override
    public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
        Optional<TaskRecord> onItsWay = overlay.tasks().last(run, step, position);
        Optional<TaskRecord> stored = keys.find(run)
                .flatMap(
                        key -> reader.read(records -> new StepPages(records, numberedSteps, key, step).last(position)));
        return stored.filter(record -> onItsWay.isEmpty()
                        || record.task().compareTo(onItsWay.get().task()) >= 0)
                .or(() -> onItsWay);
    }

    @Override
    public Stream<TaskRecord> attempts(RunId run) {
        return keys.find(run)
                .map(key -> TaskPages.ofRun(reader, () -> settle(run), key))
                .orElseGet(Stream::empty);
    }

    @Override
    public AttemptPages attemptPages(RunId run) {
        return new NumberedAttemptPages(this::settled, keys.existing(run));
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        RunKey key = keys.existing(run);
        List<LogChunk> chunks = logFormat.write(lines);
        if (!chunks.isEmpty()) {
            if (!task.equals(TaskId.RUN)) { // which is never committed
                logs.add(new Attempt(run, task, attempt));
            }
            long token = ThreadLocalRandom.current().nextLong();
            committer.submitAndForget(new EntryWrite(new Entry.AppendLog(key, task, attempt, token, chunks)));
        }
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return keys.find(run).map(key -> log(new LogPages(key, task, attempt))).orElseGet(Stream::empty);
    }

    private Stream<LogLine> log(LogPages pages) {
        return Pages.<@Nullable StoredLog, StoredLog>stream(
                        last -> settled(records -> pages.after(records, last)), null, part -> part)
                .map(part -> reader.verified(() -> logFormat.read(part, pages.run(), pages.task(), pages.attempt())))
                .flatMap(Collection::stream);
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        write(new Entry.PutFile(keys.existing(run), new FileRecord(key, content, at)));
    }

    @Override
    public Optional<FileRecord> file(RunId run, String key) {
        return keys.find(run).flatMap(known -> reader.read(records -> records.file(known, key)));
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        return keys.find(run)
                .map(key -> Pages.<@Nullable String, FileRecord>stream(
                        after -> settled(records -> records.files(key, prefix, after, PAGE)), null, FileRecord::key))
                .orElseGet(Stream::empty);
    }

    @Override
    public boolean delete(RunId run) {
        Optional<RunKey> key = keys.find(run);
        keys.forget(run);
        return key.isPresent() && write(new Entry.DeleteRun(key.get()));
    }

    /** For what is read of the run as a whole. */
    private <T> T settled(Function<Records, T> read) {
        committer.settle();
        return reader.read(read);
    }

    /** For what is read of the attempts of a run. */
    private <T> T settled(RunId run, Function<Records, T> read) {
        settle(run);
        return reader.read(read);
    }

    /** Waits for commits of this run only: a run that is resumed is read while many are on their way for the new one. */
    private void settle(RunId run) {
        if (overlay.tasks().hasAny(run)) {
            committer.settle();
        }
    }
}
