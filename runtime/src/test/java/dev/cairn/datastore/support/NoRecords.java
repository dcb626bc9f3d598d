package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An empty store that does not count. A test overrides what it is about. */
class NoRecords implements Records {
    @Override
    public Optional<StoredRun> run(RunId run) {
        return Optional.empty();
    }

    @Override
    public List<StoredRun> runs(RunQuery query, @Nullable RunId before, int limit) {
        return List.of();
    }

    @Override
    public List<StoredTask> attempts(RunKey run, TaskId task) {
        return List.of();
    }

    @Override
    public List<StoredTask> attempts(RunKey run, long after, int limit) {
        return List.of();
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, List<Coordinate> from, int limit) {
        return List.of();
    }

    @Override
    public List<StoredTask> tasks(RunKey run, String step, long skipped, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredTask> lastTask(RunKey run, String step, List<Coordinate> position) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Tally>> tallies(RunKey run, @Nullable String step) {
        return Optional.empty();
    }

    @Override
    public List<StoredLog> log(RunKey run, TaskId task, int attempt, long after, int limit) {
        return List.of();
    }

    @Override
    public Optional<FileRecord> file(RunKey run, String key) {
        return Optional.empty();
    }

    @Override
    public List<FileRecord> files(RunKey run, String prefix, @Nullable String after, int limit) {
        return List.of();
    }

    @Override
    public Optional<BlobInfo> findBlob(Address address) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredBlob> blob(Address address) {
        return Optional.empty();
    }

    @Override
    public List<NumberedBlob> blobs(long after, int limit) {
        return List.of();
    }
}
