package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunImport;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes an imported run the way a running one is written: entry by entry, among those of others, so that nobody waits for the whole of
 * it. Not thread-safe.
 */
final class KernelRunImport implements RunImport {
    /** So many writes may be on their way. */
    private static final int PENDING = 1000;

    private final RunRecord run;
    private final RunKey key;
    private final Committer committer;
    private final LogFormat logFormat;
    private final Deque<CompletableFuture<Boolean>> pending = new ArrayDeque<>();
    private boolean hasOutput;
    private boolean published;

    KernelRunImport(RunRecord run, RunKey key, Committer committer, LogFormat logFormat) {
        this.run = run;
        this.key = key;
        this.committer = committer;
        this.logFormat = logFormat;
    }

    @Override
    public void log(TaskId task, int attempt, List<LogLine> lines) {
        List<LogChunk> chunks = logFormat.write(lines);
        if (!chunks.isEmpty()) {
            hasOutput = true;
            submit(new Entry.AppendLog(key, task, attempt, token(), chunks));
        }
    }

    @Override
    public void attempt(TaskRecord attempt) {
        if (!attempt.run().equals(run.id())) {
            throw new IllegalArgumentException(
                    "an attempt of run " + attempt.run() + " cannot be imported as part of run " + run.id());
        }
        long token = token();
        submit(new Entry.ImportTask(key, attempt, TaskRecordFormat.write(attempt, token), token, hasOutput));
    }

    @Override
    public void file(FileRecord file) {
        submit(new Entry.ImportFile(key, file));
    }

    private static long token() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    private void submit(Entry.OfOwner entry) {
        requireUnpublished();
        pending.add(committer.submit(new ImportWrite(entry)));
        if (pending.size() > PENDING) {
            Futures.join(pending.remove());
        }
    }

    @Override
    public void publish() {
        requireUnpublished();
        while (!pending.isEmpty()) {
            Futures.join(pending.remove());
        }
        committer.write(new ImportWrite(new Entry.EndImport(key, run)));
        published = true;
    }

    private void requireUnpublished() {
        if (published) {
            throw new IllegalStateException("run " + run.id() + " is published");
        }
    }

    @Override
    public void close() {
        if (!published) {
            try {
                committer.write(new EntryWrite(new Entry.DeleteRun(key)));
            } catch (DatastoreException e) {
                // nobody finds it, and the next import of this run, or a garbage collection, drops it
            }
        }
    }
}
