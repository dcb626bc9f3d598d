package dev.cairn.datastore.memory;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of runs, in maps. Thread-safe. */
final class MemoryRuns implements Runs {
    private final ConcurrentSkipListMap<RunId, MemoryRun> runs = new ConcurrentSkipListMap<>();
    private final Map<String, String> flowClasses = new HashMap<>(); // guarded by itself
    private final MemoryBlobs blobs;
    private final Runnable requireOpen;

    MemoryRuns(MemoryBlobs blobs, Runnable requireOpen) {
        this.blobs = blobs;
        this.requireOpen = requireOpen;
    }

    @Override
    public void create(RunRecord run) {
        requireOpen.run();
        synchronized (flowClasses) {
            String user = flowClasses.getOrDefault(run.flow(), run.flowClass());
            if (!user.equals(run.flowClass())) {
                throw DatastoreException.flowNameInUse(run.flow(), run.flowClass(), user);
            }
            if (runs.putIfAbsent(run.id(), new MemoryRun(run)) != null) {
                throw DatastoreException.runExists(run.id());
            }
            flowClasses.put(run.flow(), run.flowClass());
        }
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        requireOpen.run();
        return Optional.ofNullable(runs.get(run)).map(MemoryRun::record);
    }

    @Override
    public Stream<RunRecord> list(RunQuery query) {
        requireOpen.run();
        return runs.descendingMap().values().stream().map(MemoryRun::record).filter(query::matches);
    }

    @Override
    public void finish(
            RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        existing(run).finish(status, at, failedTask, failure);
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        existing(run).heartbeat(at);
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        existing(run).tag(add, remove);
    }

    @Override
    public void rename(String flow, String flowClass) {
        requireOpen.run();
        synchronized (flowClasses) {
            flowClasses.put(flow, flowClass);
        }
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        MemoryRun run = existing(commit.record().run());
        commit.blobs().forEach(blobs::keep);
        return CompletableFuture.completedFuture(run.commit(commit.record()));
    }

    @Override
    public Optional<TaskRecord> task(RunId run, TaskId task) {
        return known(run).flatMap(found -> found.finished(task));
    }

    @Override
    public List<TaskRecord> attempts(RunId run, TaskId task) {
        return known(run).map(found -> found.attempts(task)).orElse(List.of());
    }

    @Override
    public Stream<TaskRecord> tasks(RunId run, String step) {
        return known(run).stream().flatMap(found -> found.tasks(step));
    }

    @Override
    public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
        return tasks(run, step).skip(from).limit(limit).toList();
    }

    @Override
    public List<StepCount> counts(RunId run) {
        return known(run).map(MemoryRun::counts).orElse(List.of());
    }

    @Override
    public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
        return known(run).flatMap(found -> found.lastTask(step, position));
    }

    @Override
    public Stream<TaskRecord> attempts(RunId run) {
        return known(run).stream().flatMap(MemoryRun::attempts);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        existing(run).log(task, attempt, lines);
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return known(run).stream().flatMap(found -> found.log(task, attempt));
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        existing(run).putFile(new FileRecord(key, content, at));
    }

    @Override
    public Optional<FileRecord> file(RunId run, String key) {
        return known(run).flatMap(found -> found.file(key));
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        return known(run).stream().flatMap(found -> found.files(prefix));
    }

    @Override
    public boolean delete(RunId run) {
        requireOpen.run();
        return runs.remove(run) != null;
    }

    private Optional<MemoryRun> known(RunId run) {
        requireOpen.run();
        return Optional.ofNullable(runs.get(run));
    }

    private MemoryRun existing(RunId run) {
        return known(run).orElseThrow(() -> DatastoreException.noSuchRun(run));
    }
}
