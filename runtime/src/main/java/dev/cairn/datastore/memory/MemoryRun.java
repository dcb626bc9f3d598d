package dev.cairn.datastore.memory;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.LogChunk;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run with its tasks, logs and files. Guarded by the lock of the store. */
final class MemoryRun {
    private final TreeMap<TaskId, List<Committed>> tasks = new TreeMap<>();
    private final List<StoredTask> commits = new ArrayList<>();
    private final Map<Attempt, List<StoredLog>> logs = new HashMap<>();
    private final TreeMap<String, FileRecord> files = new TreeMap<>((left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray()));
    private final long number;
    private RunRecord record;
    private long epoch = 1;

    MemoryRun(RunRecord record, long number) {
        this.record = record;
        this.number = number;
    }

    private record Attempt(TaskId task, int number) {}

    private record Committed(StoredTask stored, long token) {}

    StoredRun stored() {
        return new StoredRun(record, number, epoch);
    }

    long epoch() {
        return epoch;
    }

    CommitResult takeOver() {
        epoch++;
        return CommitResult.COMMITTED;
    }

    CommitResult storeFingerprints(Map<String, String> fingerprints) {
        record = record.toBuilder().fingerprints(fingerprints).build();
        return CommitResult.COMMITTED;
    }

    CommitResult finish(Entry.EndRun end) {
        if (record.status() == RunStatus.RUNNING) {
            record = record.finished(end.status(), end.at(), end.failedTask(), end.failure());
        }
        return CommitResult.COMMITTED;
    }

    CommitResult endDied(Entry.EndDied end, Instant now) {
        boolean died = record.status() == RunStatus.RUNNING
                && epoch == end.run().epoch()
                && record.heartbeatAt().plus(end.silence()).isBefore(now);
        return died ? die(now) : CommitResult.LOST;
    }

    /** Ends the run, and takes it from its process. */
    CommitResult die(Instant now) {
        record = record.finished(RunStatus.DIED, now, null, null);
        return takeOver();
    }

    CommitResult endImport(RunRecord imported) {
        if (record.status() == RunStatus.IMPORTING) {
            record = record.toBuilder()
                    .status(imported.status(), imported.finishedAt())
                    .heartbeatAt(imported.heartbeatAt())
                    .failure(imported.failedTask(), imported.failure())
                    .build();
        }
        return CommitResult.COMMITTED;
    }

    CommitResult requestStop(Instant at) {
        if (record.status() == RunStatus.RUNNING && record.stopRequestedAt() == null) {
            record = record.withStopRequestedAt(at);
        }
        return CommitResult.COMMITTED;
    }

    CommitResult heartbeat(Instant at) {
        record = record.withHeartbeatAt(at);
        return CommitResult.COMMITTED;
    }

    CommitResult tag(Set<String> add, Set<String> remove) {
        Set<String> tags = new TreeSet<>(record.tags());
        tags.addAll(add);
        tags.removeAll(remove);
        record = record.withTags(tags);
        return CommitResult.COMMITTED;
    }

    CommitResult commit(Entry.CommitTask commit) {
        TaskCommit.Predecessor predecessor = commit.predecessor();
        return predecessor == null || has(predecessor) ? commit(commit.record(), commit.token()) : CommitResult.LOST;
    }

    private boolean has(TaskCommit.Predecessor predecessor) {
        return tasks.getOrDefault(predecessor.task(), List.of()).stream()
                .anyMatch(other -> other.stored().record().attempt() == predecessor.attempt()
                        && other.token() == predecessor.token());
    }

    CommitResult commit(TaskRecord attempt, long token) {
        List<Committed> before = tasks.computeIfAbsent(attempt.task(), unused -> new ArrayList<>());
        for (Committed other : before) {
            TaskRecord stored = other.stored().record();
            if (stored.attempt() == attempt.attempt()) {
                return other.token() == token ? CommitResult.COMMITTED : new CommitResult.Duplicate(stored);
            }
        }
        if (before.stream().anyMatch(other -> attempt.losesTo(other.stored().record()))) {
            return CommitResult.LOST;
        }
        StoredTask stored = new StoredTask(attempt, commits.size() + 1, 0, 0);
        before.add(new Committed(stored, token));
        commits.add(stored);
        return CommitResult.COMMITTED;
    }

    List<StoredTask> attempts(TaskId task) {
        return tasks.getOrDefault(task, List.of()).stream()
                .map(Committed::stored)
                .toList();
    }

    List<StoredTask> attempts(long after, int limit) {
        int from = (int) Math.min(after, commits.size());
        return List.copyOf(commits.subList(from, Math.min(from + limit, commits.size())));
    }

    /** The finished attempts of a step, in item order, from a position on. */
    Stream<StoredTask> tasks(String step, List<Coordinate> from) {
        return tasks.tailMap(new TaskId(step, from)).entrySet().stream()
                .takeWhile(entry -> entry.getKey().step().equals(step))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .map(Committed::stored)
                .filter(stored -> stored.record().finished());
    }

    Optional<StoredTask> lastTask(String step, List<Coordinate> position) {
        return tasks.headMap(TaskId.endOf(step, position), false).descendingMap().entrySet().stream()
                .takeWhile(entry -> entry.getKey().isWithin(step, position))
                .flatMap(entry -> entry.getValue().stream())
                .map(Committed::stored)
                .filter(stored -> stored.record().finished())
                .findFirst();
    }

    CommitResult log(TaskId task, int attempt, List<LogChunk> chunks) {
        List<StoredLog> log = logs.computeIfAbsent(new Attempt(task, attempt), unused -> new ArrayList<>());
        for (LogChunk chunk : chunks) {
            log.add(new StoredLog(log.size() + 1, log.size(), chunk, Checksums.NONE));
        }
        return CommitResult.COMMITTED;
    }

    List<StoredLog> log(TaskId task, int attempt, long after, int limit) {
        return logs.getOrDefault(new Attempt(task, attempt), List.of()).stream()
                .skip(after)
                .limit(limit)
                .toList();
    }

    CommitResult putFile(FileRecord file) {
        files.put(file.key(), file);
        return CommitResult.COMMITTED;
    }

    Optional<FileRecord> file(String key) {
        return Optional.ofNullable(files.get(key));
    }

    List<FileRecord> files(String prefix, @Nullable String after, int limit) {
        NavigableMap<String, FileRecord> from =
                after == null ? files.tailMap(prefix, true) : files.tailMap(after, false);
        return from.values().stream()
                .takeWhile(file -> file.key().startsWith(prefix))
                .limit(limit)
                .toList();
    }
}
