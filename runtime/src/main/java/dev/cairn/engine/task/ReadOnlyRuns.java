package dev.cairn.engine.task;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of a {@link ReadOnlyDatastore}. */
record ReadOnlyRuns(Runs runs, ReadOnlyDatastore datastore) implements Runs {
    @Override
    public void create(RunRecord run) {
        throw datastore.refusal("start a run");
    }

    @Override
    public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
        throw datastore.refusal("start a run");
    }

    @Override
    public RunImport beginImport(RunRecord run) {
        throw datastore.refusal("import a run");
    }

    @Override
    public Optional<RunRecord> find(RunId run) {
        return runs.find(run);
    }

    @Override
    public Stream<RunRecord> list(RunQuery query) {
        return runs.list(query);
    }

    @Override
    public void finish(
            RunId run, RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        throw datastore.refusal("end a run");
    }

    @Override
    public boolean endDied(RunId run, Duration silence) {
        throw datastore.refusal("end a run");
    }

    @Override
    public void requestStop(RunId run) {
        throw datastore.refusal("stop a run");
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        throw datastore.refusal("keep a run alive");
    }

    @Override
    public void storeFingerprints(RunId run, Map<String, String> fingerprints) {
        throw datastore.refusal("store the fingerprints of a run");
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        throw datastore.refusal("tag a run");
    }

    @Override
    public void rename(String flow, String flowClass) {
        throw datastore.refusal("rename a flow");
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        throw datastore.refusal("commit a task");
    }

    @Override
    public Optional<TaskRecord> task(RunId run, TaskId task) {
        return runs.task(run, task);
    }

    @Override
    public List<TaskRecord> attempts(RunId run, TaskId task) {
        return runs.attempts(run, task);
    }

    @Override
    public Stream<TaskRecord> tasks(RunId run, String step) {
        return runs.tasks(run, step);
    }

    @Override
    public List<TaskRecord> tasks(RunId run, String step, long from, int limit) {
        return runs.tasks(run, step, from, limit);
    }

    @Override
    public List<StepCount> counts(RunId run) {
        return runs.counts(run);
    }

    @Override
    public Optional<TaskRecord> lastTask(RunId run, String step, List<Coordinate> position) {
        return runs.lastTask(run, step, position);
    }

    @Override
    public Stream<TaskRecord> attempts(RunId run) {
        return runs.attempts(run);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        throw datastore.refusal("write a log");
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return runs.log(run, task, attempt);
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        throw datastore.refusal("store a file");
    }

    @Override
    public Optional<FileRecord> file(RunId run, String key) {
        return runs.file(run, key);
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        return runs.files(run, prefix);
    }

    @Override
    public boolean delete(RunId run) {
        throw datastore.refusal("delete a run");
    }
}
