package dev.cairn.datastore.memory;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.support.PreparedBlob;
import dev.cairn.datastore.support.Records.NumberedBlob;
import dev.cairn.datastore.support.StoredBlob;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Blobs in maps, as they were prepared. Guarded by the lock of the store. */
final class MemoryBlobs {
    private final Map<Address, MemoryBlob> blobs = new HashMap<>();
    private final TreeMap<Long, BlobInfo> numbers = new TreeMap<>();
    private long stored;

    private record MemoryBlob(long number, StoredBlob blob, Instant usedAt) {}

    CommitResult put(PreparedBlob.InRecord blob) {
        Instant now = Instant.now();
        MemoryBlob present = blobs.get(blob.info().address());
        if (present == null) {
            // nobody but this class has the array
            present = new MemoryBlob(
                    ++stored,
                    new StoredBlob(
                            blob.info(),
                            blob.encoding(),
                            blob.storedSize(),
                            blob.checksum(),
                            blob.data().clone()),
                    now);
            numbers.put(present.number(), blob.info());
        }
        blobs.put(blob.info().address(), new MemoryBlob(present.number(), present.blob(), now));
        return CommitResult.COMMITTED;
    }

    /** Somebody refers to a blob from now on; whether it is there. */
    boolean use(Address address) {
        return blobs.computeIfPresent(
                        address, (unused, blob) -> new MemoryBlob(blob.number(), blob.blob(), Instant.now()))
                != null;
    }

    CommitResult delete(Address address, Instant unusedSince) {
        MemoryBlob present = blobs.get(address);
        if (present == null || !present.usedAt().isBefore(unusedSince)) {
            return CommitResult.LOST;
        }
        blobs.remove(address);
        numbers.remove(present.number());
        return CommitResult.COMMITTED;
    }

    Optional<BlobInfo> find(Address address) {
        return Optional.ofNullable(blobs.get(address)).map(found -> found.blob().info());
    }

    Optional<StoredBlob> read(Address address) {
        return Optional.ofNullable(blobs.get(address)).map(MemoryBlob::blob).map(MemoryBlobs::copy);
    }

    private static StoredBlob copy(StoredBlob blob) {
        byte[] data = blob.data() == null ? null : blob.data().clone();
        return new StoredBlob(blob.info(), blob.encoding(), blob.storedSize(), blob.checksum(), data);
    }

    List<NumberedBlob> page(long after, int limit) {
        return numbers.tailMap(after, false).entrySet().stream()
                .limit(limit)
                .map(entry -> new NumberedBlob(entry.getKey(), entry.getValue()))
                .toList();
    }
}
