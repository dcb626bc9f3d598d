package dev.cairn.datastore.memory;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run with its tasks, logs and files. Thread-safe: writers take turns, readers see weakly consistent views. */
final class MemoryRun {
    private final ConcurrentSkipListMap<TaskId, List<TaskRecord>> tasks = new ConcurrentSkipListMap<>();
    private final Queue<TaskRecord> commits = new ConcurrentLinkedQueue<>();
    private final Map<Attempt, Queue<LogLine>> logs = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, FileRecord> files = new ConcurrentSkipListMap<>((left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray()));
    private volatile RunRecord record;

    MemoryRun(RunRecord record) {
        this.record = record;
    }

    private record Attempt(TaskId task, int number) {}

    RunRecord record() {
        return record;
    }

    synchronized void finish(
            RunStatus status, Instant at, @Nullable TaskId failedTask, @Nullable FailureRecord failure) {
        if (record.status() == RunStatus.RUNNING) {
            record = record.finished(status, at, failedTask, failure);
        }
    }

    synchronized void heartbeat(Instant at) {
        record = record.withHeartbeatAt(at);
    }

    synchronized void tag(Set<String> add, Set<String> remove) {
        Set<String> tags = new TreeSet<>(record.tags());
        tags.addAll(add);
        tags.removeAll(remove);
        record = record.withTags(tags);
    }

    synchronized CommitResult commit(TaskRecord attempt) {
        List<TaskRecord> before = attempts(attempt.task());
        if (before.stream().anyMatch(attempt::losesTo)) {
            return CommitResult.LOST;
        }
        List<TaskRecord> after = new ArrayList<>(before);
        after.add(attempt);
        tasks.put(attempt.task(), List.copyOf(after));
        commits.add(attempt);
        return CommitResult.COMMITTED;
    }

    List<TaskRecord> attempts(TaskId task) {
        return tasks.getOrDefault(task, List.of());
    }

    Optional<TaskRecord> finished(TaskId task) {
        return attempts(task).stream().filter(TaskRecord::finished).findFirst();
    }

    Stream<TaskRecord> tasks(String step) {
        return tasks.tailMap(TaskId.of(step)).values().stream()
                .takeWhile(attempts -> attempts.get(0).task().step().equals(step))
                .flatMap(Collection::stream)
                .filter(TaskRecord::finished);
    }

    List<StepCount> counts() {
        return StepCount.of(attempts());
    }

    Optional<TaskRecord> lastTask(String step, List<Coordinate> position) {
        return tasks.headMap(TaskId.endOf(step, position)).descendingMap().entrySet().stream()
                .takeWhile(entry -> entry.getKey().isWithin(step, position))
                .flatMap(entry -> entry.getValue().stream())
                .filter(TaskRecord::finished)
                .findFirst();
    }

    Stream<TaskRecord> attempts() {
        return commits.stream();
    }

    void log(TaskId task, int attempt, List<LogLine> lines) {
        Queue<LogLine> log = logs.computeIfAbsent(new Attempt(task, attempt), unused -> new ConcurrentLinkedQueue<>());
        synchronized (log) { // so that what one call appends stays together
            log.addAll(lines);
        }
    }

    Stream<LogLine> log(TaskId task, int attempt) {
        Queue<LogLine> log = logs.get(new Attempt(task, attempt));
        return log == null ? Stream.empty() : log.stream();
    }

    void putFile(FileRecord file) {
        files.put(file.key(), file);
    }

    Optional<FileRecord> file(String key) {
        return Optional.ofNullable(files.get(key));
    }

    Stream<FileRecord> files(String prefix) {
        return files.tailMap(prefix).values().stream()
                .takeWhile(file -> file.key().startsWith(prefix));
    }
}
