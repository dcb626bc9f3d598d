package dev.cairn.client;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.internal.AddressSet;
import java.util.Collection;

/**
 * What a run or a task takes in a datastore. A value that several tasks, or several names, have is stored and counted once. Immutable.
 *
 * @param values the number of different values, files and indexes of foreaches
 * @param bytes the number of bytes of these, before the datastore compresses them
 */
public record StoredSize(long values, long bytes) {
    /** Adds up; not thread-safe. */
    static final class Counter {
        private final Blobs blobs;
        private final AddressSet seen = new AddressSet();
        private long values;
        private long bytes;

        Counter(Blobs blobs) {
            this.blobs = blobs;
        }

        void add(TaskRecord attempt) {
            add(attempt.artifacts().values());
            ForkRecord fork = attempt.fork();
            if (fork != null) {
                blobs.find(fork.items()).ifPresent(items -> add(items.address(), items.size()));
            }
        }

        void add(Collection<ArtifactRef> artifacts) {
            artifacts.forEach(ref -> add(ref.address(), ref.size()));
        }

        void add(FileRecord file) {
            add(file.content().address(), file.content().size());
        }

        private void add(Address address, long size) {
            if (seen.add(address)) {
                values++;
                bytes += size;
            }
        }

        StoredSize size() {
            return new StoredSize(values, bytes);
        }
    }
}
