package dev.cairn.engine.replay;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.task.ReadOnlyRuns;
import dev.cairn.runtime.values.StoredCheckpoints;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The records of runs, as they were when an attempt started, as far as its own task is concerned. Files that it puts are seen by it
 * alone; what it logs goes to whoever listens. Thread-safe.
 */
final class ReplayRuns extends ReadOnlyRuns {
    private final Runs runs;
    private final TaskRecord attempt;
    private final ConcurrentSkipListMap<String, FileRecord> files = new ConcurrentSkipListMap<>(Codepoints.ORDER);

    ReplayRuns(ReplayDatastore datastore, Runs runs, TaskRecord attempt) {
        super(runs, datastore::refusal);
        this.runs = runs;
        this.attempt = attempt;
    }

    private boolean isOwn(RunId run, TaskId task) {
        return run.equals(attempt.run()) && task.equals(attempt.task());
    }

    @Override
    public Optional<TaskRecord> task(RunId run, TaskId task) {
        return isOwn(run, task) ? Optional.empty() : runs.task(run, task);
    }

    @Override
    public List<TaskRecord> attempts(RunId run, TaskId task) {
        List<TaskRecord> attempts = runs.attempts(run, task);
        return isOwn(run, task)
                ? attempts.stream()
                        .filter(each -> each.attempt() < attempt.attempt())
                        .toList()
                : attempts;
    }

    @Override
    public void log(RunId run, TaskId task, int number, List<LogLine> lines) {
        // The listener of the output has them.
    }

    @Override
    public void putFile(RunId run, String key, BlobInfo content, Instant at) {
        files.put(key, new FileRecord(key, content, at));
    }

    @Override
    public Optional<FileRecord> file(RunId run, String key) {
        FileRecord put = run.equals(attempt.run()) ? files.get(key) : null;
        return put == null ? runs.file(run, key).filter(this::existed) : Optional.of(put);
    }

    @Override
    public Stream<FileRecord> files(RunId run, String prefix) {
        if (!run.equals(attempt.run())) {
            return runs.files(run, prefix);
        }
        Stream<FileRecord> put =
                files.values().stream().filter(file -> file.key().startsWith(prefix));
        Stream<FileRecord> stored =
                runs.files(run, prefix).filter(file -> existed(file) && !files.containsKey(file.key()));
        return Stream.concat(put, stored).sorted(Codepoints.OF_FILES).onClose(stored::close);
    }

    /** Not a checkpoint that this attempt, or one after it, had made. */
    private boolean existed(FileRecord file) {
        return StoredCheckpoints.numberOf(attempt.task(), file.key()) < attempt.attempt();
    }
}
