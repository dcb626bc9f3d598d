package dev.cairn.engine.resume;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.TaskBlobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the values that tasks stored are still there: asked once for many tasks, where these are read in pages. Thread-safe. */
final class PresentBlobs {
    /** Of more than these, all are forgotten, and asked for again. */
    private static final int MOST_KNOWN = 200_000;

    private final Blobs blobs;
    private final Set<Address> known = ConcurrentHashMap.newKeySet();

    PresentBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Finds out about tasks that will be asked for soon. */
    void lookAhead(Collection<TaskRecord> tasks) {
        List<Address> open = new ArrayList<>();
        for (TaskRecord task : tasks) {
            for (Address address : TaskBlobs.own(task)) {
                if (!known.contains(address)) {
                    open.add(address);
                }
            }
        }
        if (!open.isEmpty()) {
            add(blobs.present(open));
        }
    }

    private void add(Set<Address> present) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        known.addAll(present);
    }

    /** Whether the values that a task stored itself are there; those that it passed on are those of its parents. */
    boolean hasAllOf(TaskRecord task) {
        for (Address address : TaskBlobs.own(task)) { // no stream: it is asked for each task that is resumed
            if (!has(address)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(Address address) {
        if (known.contains(address)) {
            return true;
        }
        boolean isThere = blobs.find(address).isPresent();
        if (isThere) {
            add(Set.of(address));
        }
        return isThere;
    }
}
