package dev.cairn.datastore.local;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of runs of a {@code file:} datastore. Thread-safe.
 *
 * <p>A task that is on its way is found among the pending ones; for all else, a read waits until what this process wrote
 * before is durable.
 */
final class LocalRuns implements Runs {
    private static final int PAGE = 256;
    private static final int LOG_PAGE = 16; // of up to 64 KiB each, unless a line is longer

    private final Readers readers;
    private final Committer committer;
    private final RunNumbers numbers;
    private final TaskWriter taskWriter;
    private final PendingTasks pending = new PendingTasks();

    LocalRuns(Readers readers, Committer committer, BlobWriter blobs, PendingBlobs pendingBlobs) {
        this.readers = readers;
        this.committer = committer;
        this.numbers = new RunNumbers(readers);
        this.taskWriter = new TaskWriter(blobs, pending, pendingBlobs);
    }

    @Override
    public void create(RunRecord run) {
        committer.write(session -> {
            RunRows.create(session, run);
            return true;
        });
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        return readers.read(session -> RunRows.find(session, run));
    }

    @Override
    public Stream<RunRecord> list(RunQuery query) {
        return Pages.stream(
                before -> readers.read(session -> RunRows.page(session, query, before.orElse(null), PAGE)),
                Optional.<RunId>empty(),
                run -> Optional.of(run.id()));
    }

    @Override
    public void finish(
            RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        long number = numbers.existing(run);
        committer.write(session -> {
            RunRows.finish(session, number, status, at, failedTask, failure);
            return true;
        });
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        long number = numbers.existing(run);
        committer.write(session -> {
            RunRows.heartbeat(session, number, at);
            return true;
        });
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        long number = numbers.existing(run);
        committer.write(session -> {
            RunRows.tag(session, number, add, remove);
            return true;
        });
    }

    @Override
    public void rename(String flow, String flowClass) {
        committer.write(session -> {
            RunRows.rename(session, flow, flowClass);
            return true;
        });
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        long number = numbers.existing(commit.record().run());
        return committer.submit(taskWriter.write(commit, number));
    }

    @Override
    public Optional<TaskRecord> task(RunId run, TaskId task) {
        return attempts(run, task).stream().filter(TaskRecord::finished).findFirst();
    }

    @Override
    public List<TaskRecord> attempts(RunId run, TaskId task) {
        List<TaskRecord> onTheirWay = pending.find(run, task);
        Optional<Long> number = numbers.find(run);
        if (number.isEmpty()) {
            return List.of();
        }
        List<TaskRecord> stored = readers.read(session -> TaskRows.attempts(session, number.get(), run, task));
        return PendingTasks.merge(stored, onTheirWay);
    }

    @Override
    public Stream<TaskRecord> tasks(RunId run, String step) {
        return numbers.find(run)
                .map(number -> Pages.stream(
                                (Optional<byte[]> after) -> settledPage(session -> after.isEmpty()
                                        ? TaskRows.firstOfStep(session, number, run, step, PAGE)
                                        : TaskRows.nextOfStep(session, number, run, step, after.get(), PAGE)),
                                Optional.empty(),
                                row -> Optional.of(row.position()))
                        .map(TaskRows.TaskRow::record))
                .orElseGet(Stream::empty);
    }

    @Override
    public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
        Optional<TaskRecord> onItsWay = pending.last(run, step, position);
        Optional<TaskRecord> stored = numbers.find(run)
                .flatMap(number -> readers.read(session -> TaskRows.lastOfStep(session, number, run, step, position)));
        return stored.filter(record -> onItsWay.isEmpty()
                        || record.task().compareTo(onItsWay.get().task()) >= 0)
                .or(() -> onItsWay);
    }

    @Override
    public Stream<TaskRecord> attempts(RunId run) {
        return numbers.find(run)
                .map(number -> Pages.stream(
                                after -> settledPage(session -> TaskRows.nextOfRun(session, number, run, after, PAGE)),
                                0L,
                                TaskRows.TaskRow::number)
                        .map(TaskRows.TaskRow::record))
                .orElseGet(Stream::empty);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        long number = numbers.existing(run);
        List<LogFormat.Chunk> chunks = LogFormat.write(lines);
        if (!chunks.isEmpty()) {
            committer.submitAndForget(new LogWrite(number, task, attempt, chunks));
        }
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return numbers.find(run)
                .map(number -> Pages.stream(
                                after -> settledPage(
                                        session -> LogRows.page(session, number, task, attempt, after, LOG_PAGE)),
                                0L,
                                LogFormat.Chunk::number)
                        .map(chunk -> readers.read(session -> LogFormat.read(chunk)))
                        .flatMap(Collection::stream))
                .orElseGet(Stream::empty);
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        long number = numbers.existing(run);
        committer.write(session -> {
            FileRows.put(session, number, new FileRecord(key, content, at));
            return true;
        });
    }

    @Override
    public Optional<FileRecord> file(RunId run, String key) {
        return numbers.find(run).flatMap(number -> readers.read(session -> FileRows.find(session, number, key)));
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        return numbers.find(run)
                .map(number -> Pages.stream(
                                from -> settledPage(session -> FileRows.from(session, number, from, PAGE)),
                                prefix,
                                file -> file.key() + '\0') // the least key after it
                        .takeWhile(file -> file.key().startsWith(prefix)))
                .orElseGet(Stream::empty);
    }

    @Override
    public boolean delete(RunId run) {
        Optional<Long> number = numbers.find(run);
        if (number.isEmpty()) {
            return false;
        }
        numbers.forget(run);
        return committer.write(session -> RunRows.delete(session, number.get()));
    }

    private <R> List<R> settledPage(Readers.Read<List<R>> page) {
        committer.settle();
        return readers.read(page);
    }
}
