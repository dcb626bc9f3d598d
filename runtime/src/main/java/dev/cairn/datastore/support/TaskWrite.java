package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.TaskCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commit of an attempt, encoded and compressed in the thread of the task, so that whoever stores it only has to store. */
final class TaskWrite implements Write<CommitResult> {
    private final TaskCommit commit;
    private final Entry.CommitTask entry;
    private final BlobPreparation blobs;
    private final Overlay overlay;
    private final boolean seen; // by this process before it is durable

    /**
     * What commits an attempt.
     *
     * @param logged whether it wrote output
     */
    TaskWrite(TaskCommit commit, RunKey run, boolean logged, BlobPreparation blobs, Overlay overlay) {
        this(commit, run, logged, blobs, overlay, true);
    }

    private TaskWrite(
            TaskCommit commit, RunKey run, boolean logged, BlobPreparation blobs, Overlay overlay, boolean seen) {
        this.commit = commit;
        this.blobs = blobs;
        this.overlay = overlay;
        this.seen = seen;
        List<PreparedBlob> prepared = new ArrayList<>(commit.blobs().size());
        commit.blobs().forEach((address, content) -> prepared.add(blobs.prepare(commit.blob(address), content)));
        this.entry = new Entry.CommitTask(
                run,
                commit.record(),
                TaskRecordFormat.write(commit.record(), commit.token()),
                commit.token(),
                logged,
                prepared,
                commit.predecessor());
    }

    /** The same, of an attempt that nobody reads before it is durable. */
    static TaskWrite unseen(TaskCommit commit, RunKey run, boolean logged, BlobPreparation blobs, Overlay overlay) {
        return new TaskWrite(commit, run, logged, blobs, overlay, false);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    @Override
    public CommitResult result(CommitResult answer) {
        if (answer instanceof CommitResult.Refused refused) {
            throw refused.reason();
        }
        return answer;
    }

    /** Brings a blob that is missing once more, if this process still has its bytes. */
    @Override
    public @Nullable Entry again(CommitResult answer) {
        if (!(answer instanceof CommitResult.MissingBlob missing)) {
            return null;
        }
        Address address = missing.address();
        Optional<PendingBlobs.Pending> known = commit.blobs().containsKey(address)
                ? Optional.of(PendingBlobs.Pending.of(commit, address))
                : overlay.blob(address);
        if (known.isEmpty()) {
            return null;
        }
        List<PreparedBlob> prepared = new ArrayList<>(entry.blobs());
        prepared.removeIf(blob -> blob.info().address().equals(address));
        prepared.add(blobs.prepare(known.get().info(), known.get().bytes()));
        return new Entry.CommitTask(
                entry.run(),
                entry.record(),
                entry.encoded(),
                entry.token(),
                entry.logged(),
                prepared,
                entry.predecessor());
    }

    @Override
    public void queued() {
        if (seen) {
            overlay.add(commit);
        }
    }

    @Override
    public void settled() {
        if (seen) {
            overlay.remove(commit);
        }
    }

    @Override
    public long weight() {
        long weight = 512 + 2L * entry.encoded().length;
        for (byte[] blob : commit.blobs().values()) {
            weight += 2L * blob.length;
        }
        return weight;
    }
}
