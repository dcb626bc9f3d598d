package dev.cairn.datastore.support;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.TaskCommit;
import java.util.Optional;

/**
 * What is on its way to the store: this process may read it before it is durable. Thread-safe. Whoever looks for something looks here
 * first and then in the store, so that it cannot slip through between the two.
 */
final class Overlay {
    private final PendingTasks tasks = new PendingTasks();
    private final PendingBlobs blobs = new PendingBlobs();

    /** Adds a commit; called in the order of the commits. */
    void add(TaskCommit commit) {
        blobs.add(commit);
        tasks.add(commit.record());
    }

    /** Forgets a commit that is durable, or was lost, or failed to be stored. */
    void remove(TaskCommit commit) {
        tasks.remove(commit.record());
        blobs.remove(commit);
    }

    PendingTasks tasks() {
        return tasks;
    }

    /** A blob that is not durable yet. */
    Optional<PendingBlobs.Pending> blob(Address address) {
        return blobs.find(address);
    }
}
