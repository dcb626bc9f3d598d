package dev.cairn.datastore.support;

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
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.file.LogRows.LogRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Readers readers;
    private final Committer committer;
    private final RunNumbers numbers;
    private final TaskWriter taskWriter;
    private final LogFormat logFormat;
    private final PendingTasks pending = new PendingTasks();
    private final SoundSteps soundSteps = new SoundSteps();
    private final Set<Attempt> logs = ConcurrentHashMap.newKeySet(); // attempts that wrote and are not committed yet

    private record Attempt(RunId run, TaskId task, int number) {}

    LocalRuns(Readers readers, Committer committer, BlobWriter blobs, PendingBlobs pendingBlobs, LogFormat logFormat) {
        this.readers = readers;
        this.committer = committer;
        this.numbers = new RunNumbers(readers);
        this.taskWriter = new TaskWriter(blobs, pending, pendingBlobs);
        this.logFormat = logFormat;
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
        return readers.snapshot(session -> RunRows.find(session, run)).map(RunRow::run);
    }

    @Override
    public Stream<RunRecord> list(RunQuery query) {
        return Pages.<@Nullable RunRecord, RunRecord>stream(
                        before -> readers.snapshot(session ->
                                RunRows.page(session, query, before == null ? null : before.id(), PAGE).stream()
                                        .map(RunRow::run)
                                        .toList()),
                        null,
                        run -> run)
                .filter(query::matches);
    }

    @Override
    public void finish(
            RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        long number = numbers.existing(run);
        committer.write(new EndWrite(number, status, at, failedTask, failure));
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        long number = numbers.existing(run);
        committer.write(session -> {
            RunRows.change(session, number, record -> record.withHeartbeatAt(at));
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
            FlowRows.rename(session, flow, flowClass);
            return true;
        });
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        long number = numbers.existing(commit.record().run());
        boolean logged = logs.remove(new Attempt(
                commit.record().run(), commit.record().task(), commit.record().attempt()));
        return committer.submit(taskWriter.write(commit, number, logged));
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
        List<TaskRecord> stored = readers.snapshot(session -> {
            List<TaskRecord> attempts = TaskRows.attempts(session, number.get(), run, task).stream()
                    .map(TaskRows.TaskRow::record)
                    .toList();
            if (SoundSteps.mayLack(attempts) && onTheirWay.isEmpty()) {
                soundSteps.require(session, number.get(), run, task.step());
            }
            return attempts;
        });
        return PendingTasks.merge(stored, onTheirWay);
    }

    @Override
    public Stream<TaskRecord> tasks(RunId run, String step) {
        return numbers.find(run)
                .map(number -> TaskPages.stream(
                        readers,
                        committer::settle,
                        number,
                        tally ->
                                tally.kind().isOfFinishedTasks() && tally.name().equals(step),
                        TaskRows.BY_POSITION,
                        (session, last) -> last == null
                                ? TaskRows.firstOfStep(session, number, run, step, PAGE)
                                : TaskRows.nextOfStep(session, number, run, step, last.position(), PAGE)))
                .orElseGet(Stream::empty);
    }

    @Override
    public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
        Optional<Long> number = numbers.find(run);
        if (number.isEmpty()) {
            return List.of();
        }
        committer.settle();
        return readers.snapshot(session -> new StepPages(session, number.get(), run, step).page(from, limit));
    }

    @Override
    public List<StepCount> counts(RunId run) {
        Optional<Long> number = numbers.find(run);
        if (number.isEmpty()) {
            return List.of();
        }
        committer.settle();
        Optional<List<StepCount>> counts = readers.snapshot(session -> TallyRows.areKept(session, number.get())
                ? Optional.of(TallyRows.ofTasks(session, number.get()).stream()
                        .map(Tally::count)
                        .toList())
                : Optional.empty());
        return counts.orElseGet(() -> StepCount.of(attempts(run)));
    }

    @Override
    public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
        Optional<TaskRecord> onItsWay = pending.last(run, step, position);
        Optional<TaskRecord> stored = numbers.find(run)
                .flatMap(number -> readers.snapshot(session -> {
                    Optional<TaskRecord> last = new StepPages(session, number, run, step).last(position);
                    if (last.isEmpty()) {
                        soundSteps.require(session, number, run, step);
                    }
                    return last;
                }));
        return stored.filter(record -> onItsWay.isEmpty()
                        || record.task().compareTo(onItsWay.get().task()) >= 0)
                .or(() -> onItsWay);
    }

    @Override
    public Stream<TaskRecord> attempts(RunId run) {
        return numbers.find(run)
                .map(number -> TaskPages.stream(
                        readers,
                        committer::settle,
                        number,
                        tally -> tally.kind().isOfTasks(),
                        TaskRows.BY_NUMBER,
                        (session, last) ->
                                TaskRows.nextOfRun(session, number, run, last == null ? 0 : last.number(), PAGE)))
                .orElseGet(Stream::empty);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        long number = numbers.existing(run);
        List<LogFormat.Chunk> chunks = logFormat.write(lines);
        if (!chunks.isEmpty()) {
            logs.add(new Attempt(run, task, attempt));
            committer.submitAndForget(new LogWrite(number, task, attempt, chunks));
        }
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return numbers.find(run)
                .map(number -> {
                    LogPages pages = new LogPages(number, run, task, attempt);
                    return Pages.<@Nullable LogRow, LogRow>stream(
                                    last -> settledPage(session -> pages.after(session, last)), null, row -> row)
                            .map(row -> readers.read(session -> row.lines(logFormat, number, task, attempt)))
                            .flatMap(Collection::stream);
                })
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
        return numbers.find(run).flatMap(number -> readers.snapshot(session -> FileRows.find(session, number, key)));
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        return numbers.find(run)
                .map(number -> Pages.stream(
                                from -> settledPage(session -> {
                                    if (from.equals(prefix)) {
                                        FileRows.requireSound(session, number);
                                    }
                                    return FileRows.from(session, number, from, PAGE);
                                }),
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
        return readers.snapshot(page);
    }
}
