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
     * The blobs that an attempt did not have from its parents.
     *
     * @param record the attempt
     * @return the addresses of the values that it stored, and of its list of items, in a new list that may be changed
     */
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
