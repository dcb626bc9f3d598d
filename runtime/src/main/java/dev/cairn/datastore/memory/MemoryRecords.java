package dev.cairn.datastore.memory;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.StoredBlob;
import dev.cairn.datastore.support.StoredLog;
import dev.cairn.datastore.support.StoredRun;
import dev.cairn.datastore.support.StoredTask;
import dev.cairn.datastore.support.Tally;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of what is in the maps. Guarded by the lock of the store. */
record MemoryRecords(NavigableMap<RunId, MemoryRun> runs, MemoryBlobs memoryBlobs) implements Records {
    private Optional<MemoryRun> find(RunKey run) {
        return Optional.ofNullable(runs.get(run.id()))
                .filter(found -> found.stored().number() == run.number());
    }

    @Override
    public Optional<StoredRun> run(RunId run) {
        return Optional.ofNullable(runs.get(run)).map(MemoryRun::stored);
    }

    @Override
    public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
        NavigableMap<RunId, MemoryRun> older = before == null ? runs : runs.headMap(before, false);
        RunQuery anyTags = new RunQuery(query.flow(), query.status(), Set.of());
        return older.descendingMap().values().stream()
                .map(MemoryRun::stored)
                .filter(run -> anyTags.matches(run.record()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredTask> attempts(RunKey run, TaskId task) {
        return find(run).map(found -> found.attempts(task)).orElse(List.of());
    }

    @Override
    public List<StoredTask> attempts(RunKey run, long after, int limit) {
        return find(run).map(found -> found.attempts(after, limit)).orElse(List.of());
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
        return find(run).stream()
                .flatMap(found -> found.tasks(step, from))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
        return find(run).stream()
                .flatMap(found -> found.tasks(step, List.of()))
                .skip(skipped)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
        return find(run).flatMap(found -> found.lastTask(step, position));
    }

    /** Nothing gets lost here. */
    @Override
    public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
        return Optional.empty();
    }

    @Override
    public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
        return find(run).map(found -> found.log(task, attempt, after, limit)).orElse(List.of());
    }

    @Override
    public Optional<FileRecord> file(RunKey run, String key) {
        return find(run).flatMap(found -> found.file(key));
    }

    @Override
    public List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit) {
        return find(run).map(found -> found.files(prefix, after, limit)).orElse(List.of());
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return memoryBlobs.find(address);
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        return memoryBlobs.read(address);
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        return memoryBlobs.page(after, limit);
    }
}
