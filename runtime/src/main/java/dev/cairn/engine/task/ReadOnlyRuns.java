package dev.cairn.engine.task;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of runs, to read. Thread-safe. */
public class ReadOnlyRuns implements Runs {
    private final Runs runs;
    private final Function<String, DatastoreException> refusal;

    /**
     * Those of {@code runs}.
     *
     * @param refusal makes the exception for what would change them, such as {@code start a run}
     */
    public ReadOnlyRuns(Runs runs, Function<String, DatastoreException> refusal) {
        this.runs = runs;
        this.refusal = refusal;
    }

    @Override
    public void create(RunRecord run) {
        throw refusal.apply("start a run");
    }

    @Override
    public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
        throw refusal.apply("start a run");
    }

    @Override
    public RunImport beginImport(RunRecord run) {
        throw refusal.apply("import a run");
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
        throw refusal.apply("end a run");
    }

    @Override
    public boolean endDied(RunId run, Duration silence) {
        throw refusal.apply("end a run");
    }

    @Override
    public void requestStop(RunId run) {
        throw refusal.apply("stop a run");
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        throw refusal.apply("keep a run alive");
    }

    @Override
    public void storeFingerprints(RunId run, Map<String, String> fingerprints) {
        throw refusal.apply("store the fingerprints of a run");
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        throw refusal.apply("tag a run");
    }

    @Override
    public void rename(String flow, String flowClass) {
        throw refusal.apply("rename a flow");
    }

    @Override
    public CompletableFuture<List<CommitResult>> commitAll(List<TaskCommit> commits) {
        throw refusal.apply("commit tasks");
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        throw refusal.apply("commit a task");
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
    public List<TaskRecord> tasks(RunId run, String step, List<Coordinate> from, int limit) {
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
        throw refusal.apply("write a log");
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return runs.log(run, task, attempt);
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        throw refusal.apply("store a file");
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
        throw refusal.apply("delete a run");
    }
}
