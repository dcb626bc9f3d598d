package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.List;

/** The blobs that an attempt refers to. */
public final class TaskBlobs {
    private TaskBlobs() {}

    /**
     * Those that the attempt has stored before its commit, or has found stored. A store must look whether they are still there: a garbage
     * collection may have removed one that nothing referred to yet. If they are, they are used now. What an attempt has from its parents
     * is theirs too, and stays with them.
     */
    public static List<Address> before(Entry.CommitTask commit) {
        List<Address> before = own(commit.record());
        if (!before.isEmpty() && !commit.blobs().isEmpty()) {
            before.removeIf(address -> commit.blobs().stream()
                    .anyMatch(blob -> blob.info().address().equals(address)));
        }
        return before;
    }

    /** Those that an attempt did not have from its parents, in a new list. */
    public static List<Address> own(TaskRecord record) {
        List<Address> own = new ArrayList<>();
        for (ArtifactRef artifact : record.artifacts().values()) {
            if (artifact.inline() == null && !artifact.createdAt().isBefore(record.startedAt())) {
                own.add(artifact.address());
            }
        }
        if (record.fork() != null) {
            own.add(record.fork().items());
        }
        return own;
    }
}
