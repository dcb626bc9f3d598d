package com.acme.store;

import dev.cairn.datastore.Address;
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
import dev.cairn.datastore.support.RequiredBlobs;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run with all that was written for it. Guarded by the monitor of the store. */
final class ToyRun {
    private static final Comparator<String> CODE_POINTS = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private final long number;
    private final List<StoredTask> commits = new ArrayList<>(); // the n-th has number n
    private final Map<StoredTask, Long> tokens = new HashMap<>();
    private final TreeMap<TaskId, List<StoredTask>> tasks = new TreeMap<>();
    private final Map<String, List<StoredLog>> logs = new HashMap<>();
    private final TreeMap<String, FileRecord> files = new TreeMap<>(CODE_POINTS);
    private RunRecord record;
    private long epoch = 1;

    ToyRun(RunRecord record, long number) {
        this.record = record;
        this.number = number;
    }

    StoredRun stored() {
        return new StoredRun(record, number, epoch);
    }

    CommitResult tag(Entry.TagRun tag) {
        Set<String> tags = new TreeSet<>(record.tags());
        tags.addAll(tag.add());
        tags.removeAll(tag.remove());
        record = record.withTags(tags);
        return CommitResult.COMMITTED;
    }

    CommitResult requestStop(Instant at) {
        if (record.status() == RunStatus.RUNNING && record.stopRequestedAt() == null) {
            record = record.withStopRequestedAt(at);
        }
        return CommitResult.COMMITTED;
    }

    CommitResult endDied(Entry.EndDied end, Instant now) {
        boolean died = record.status() == RunStatus.RUNNING
                && epoch == end.run().epoch()
                && record.heartbeatAt().plus(end.silence()).isBefore(now);
        if (died) {
            die(now);
        }
        return died ? CommitResult.COMMITTED : CommitResult.LOST;
    }

    /** Ends the run, and takes it from its process. */
    void die(Instant now) {
        record = record.finished(RunStatus.DIED, now, null, null);
        epoch++;
    }

    CommitResult apply(Entry.OfOwner entry, Predicate<Address> isStored) {
        if (entry.run().epoch() != epoch) {
            return new CommitResult.Fenced(epoch);
        }
        return RequiredBlobs.of(entry).stream()
                .filter(isStored.negate())
                .<CommitResult>map(CommitResult.MissingBlob::new)
                .findFirst()
                .orElseGet(() -> apply(entry));
    }

    private CommitResult apply(Entry.OfOwner entry) {
        if (entry instanceof Entry.CommitTask commit) {
            return has(commit.predecessor()) ? commit(commit.record(), commit.token()) : CommitResult.LOST;
        } else if (entry instanceof Entry.ImportTask task) {
            return commit(task.record(), task.token());
        } else if (entry instanceof Entry.EndImport end) {
            return endImport(end.record());
        } else if (entry instanceof Entry.AppendLog append) {
            append(append);
        } else if (entry instanceof Entry.PutFile put) {
            files.put(put.file().key(), put.file());
        } else if (entry instanceof Entry.ImportFile imported) {
            files.put(imported.file().key(), imported.file());
        } else if (entry instanceof Entry.Heartbeat heartbeat) {
            record = record.withHeartbeatAt(heartbeat.at());
        } else if (entry instanceof Entry.StoreFingerprints code) {
            record = record.toBuilder().fingerprints(code.fingerprints()).build();
        } else if (entry instanceof Entry.EndRun end && record.status() == RunStatus.RUNNING) {
            record = record.finished(end.status(), end.at(), end.failedTask(), end.failure());
        } else if (entry instanceof Entry.TakeOver) {
            epoch++;
        }
        return CommitResult.COMMITTED;
    }

    private CommitResult endImport(RunRecord imported) {
        if (record.status() == RunStatus.IMPORTING) {
            record = record.toBuilder()
                    .status(imported.status(), imported.finishedAt())
                    .heartbeatAt(imported.heartbeatAt())
                    .failure(imported.failedTask(), imported.failure())
                    .build();
        }
        return CommitResult.COMMITTED;
    }

    private boolean has(TaskCommit.@Nullable Predecessor predecessor) {
        return predecessor == null
                || attempts(predecessor.task()).stream()
                        .anyMatch(other -> other.record().attempt() == predecessor.attempt()
                                && tokens.get(other) == predecessor.token());
    }

    private CommitResult commit(TaskRecord attempt, long token) {
        for (StoredTask other : attempts(attempt.task())) {
            if (other.record().attempt() == attempt.attempt()) {
                return tokens.get(other) == token ? CommitResult.COMMITTED : new CommitResult.Duplicate(other.record());
            } else if (attempt.losesTo(other.record())) {
                return CommitResult.LOST;
            }
        }
        StoredTask stored = new StoredTask(attempt, commits.size() + 1, 0, Checksums.NONE);
        commits.add(stored);
        tokens.put(stored, token);
        tasks.computeIfAbsent(attempt.task(), unused -> new ArrayList<>()).add(stored);
        return CommitResult.COMMITTED;
    }

    List<StoredTask> attempts(TaskId task) {
        return List.copyOf(tasks.getOrDefault(task, List.of()));
    }

    Stream<StoredTask> attempts() {
        return commits.stream();
    }

    Stream<StoredTask> tasks(String step, List<Coordinate> from) {
        return tasks.tailMap(new TaskId(step, from)).entrySet().stream()
                .takeWhile(entry -> entry.getKey().step().equals(step))
                .flatMap(entry -> entry.getValue().stream())
                .filter(task -> task.record().finished());
    }

    private void append(Entry.AppendLog append) {
        List<StoredLog> log = logs.computeIfAbsent(append.task() + " " + append.attempt(), unused -> new ArrayList<>());
        for (LogChunk chunk : append.chunks()) {
            log.add(new StoredLog(log.size() + 1, log.size(), chunk, Checksums.NONE));
        }
    }

    Stream<StoredLog> log(TaskId task, int attempt) {
        return logs.getOrDefault(task + " " + attempt, List.of()).stream();
    }

    Optional<FileRecord> file(String key) {
        return Optional.ofNullable(files.get(key));
    }

    Stream<FileRecord> files(String prefix, @Nullable String after) {
        return files.tailMap(after == null ? prefix : after, after == null).values().stream()
                .takeWhile(file -> file.key().startsWith(prefix));
    }
}
