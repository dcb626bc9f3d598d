package dev.cairn.datastore.tck.mutants;

import dev.cairn.datastore.AttemptPages;
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

/** Does what the runs of another datastore do. */
class ForwardingRuns implements Runs {
    final Runs runs;

    ForwardingRuns(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void create(RunRecord run) {
        runs.create(run);
    }

    @Override
    public void createExclusive(RunRecord run, Collection<String> formerNames, Duration silence) {
        runs.createExclusive(run, formerNames, silence);
    }

    @Override
    public RunImport beginImport(RunRecord run) {
        return runs.beginImport(run);
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
        runs.finish(run, status, at, failedTask, failure);
    }

    @Override
    public boolean endDied(RunId run, Duration silence) {
        return runs.endDied(run, silence);
    }

    @Override
    public void requestStop(RunId run) {
        runs.requestStop(run);
    }

    @Override
    public void heartbeat(RunId run, Instant at) {
        runs.heartbeat(run, at);
    }

    @Override
    public void storeFingerprints(RunId run, Map<String, String> fingerprints) {
        runs.storeFingerprints(run, fingerprints);
    }

    @Override
    public void tag(RunId run, Set<String> add, Set<String> remove) {
        runs.tag(run, add, remove);
    }

    @Override
    public void rename(String flow, String flowClass) {
        runs.rename(flow, flowClass);
    }

    @Override
    public CompletableFuture<CommitResult> commit(TaskCommit commit) {
        return runs.commit(commit);
    }

    @Override
    public CompletableFuture<List<CommitResult>> commitAll(List<TaskCommit> commits) {
        return runs.commitAll(commits);
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
    public AttemptPages attemptPages(RunId run) {
        return runs.attemptPages(run);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) {
        runs.log(run, task, attempt, lines);
    }

    @Override
    public Stream<LogLine> log(RunId run, TaskId task, int attempt) {
        return runs.log(run, task, attempt);
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        runs.putFile(run, key, content, at);
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
        return runs.delete(run);
    }
}
