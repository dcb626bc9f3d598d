package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the writes that commit tasks: encodes and compresses in the thread of the task, so that the committer only has to
 * store. Thread-safe.
 */
final class TaskWriter {
    private final BlobWriter blobs;
    private final PendingTasks pendingTasks;
    private final PendingBlobs pendingBlobs;

    TaskWriter(BlobWriter blobs, PendingTasks pendingTasks, PendingBlobs pendingBlobs) {
        this.blobs = blobs;
        this.pendingTasks = pendingTasks;
        this.pendingBlobs = pendingBlobs;
    }

    /**
     * What commits a task.
     *
     * @param run the number of its run
     * @param logged whether it wrote output
     */
    Write<CommitResult> write(TaskCommit commit, long run, boolean logged) {
        byte[] record = TaskRecordFormat.write(commit.record());
        List<PreparedBlob> prepared = new ArrayList<>(commit.blobs().size());
        for (Map.Entry<Address, byte[]> blob : commit.blobs().entrySet()) {
            prepared.add(blobs.prepare(blob.getKey(), blob.getValue()));
        }
        return new TaskWrite(commit, run, logged, record, prepared);
    }

    private final class TaskWrite implements Write<CommitResult> {
        private final TaskCommit commit;
        private final long run;
        private final boolean logged;
        private final byte[] record;
        private final List<PreparedBlob> prepared;

        TaskWrite(TaskCommit commit, long run, boolean logged, byte[] record, List<PreparedBlob> prepared) {
            this.commit = commit;
            this.run = run;
            this.logged = logged;
            this.record = record;
            this.prepared = prepared;
        }

        @Override
        public CommitResult apply(Session session) throws SQLException, IOException {
            // also if the record loses: another commit may refer to a blob since it saw this one on its way
            for (PreparedBlob blob : prepared) {
                blobs.store(blob, session);
            }
            TaskRecord attempt = commit.record();
            long logs = logged ? LogRows.count(session, run, attempt.task(), attempt.attempt()) : 0;
            if (TaskRows.insert(session, run, attempt, record, logs)) {
                return CommitResult.COMMITTED;
            }
            if (RunRows.exists(session, run)) {
                return CommitResult.LOST;
            }
            throw DatastoreException.noSuchRun(attempt.run());
        }

        @Override
        public void queued() {
            pendingBlobs.add(commit.blobs());
            pendingTasks.add(commit.record());
        }

        @Override
        public void settled() {
            pendingTasks.remove(commit.record());
            pendingBlobs.remove(commit.blobs());
        }

        @Override
        public long weight() {
            long weight = 512 + 2L * record.length;
            for (byte[] blob : commit.blobs().values()) {
                weight += 2L * blob.length;
            }
            return weight;
        }
    }
}
