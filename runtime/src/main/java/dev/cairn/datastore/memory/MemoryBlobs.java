package dev.cairn.datastore.memory;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.NoSuchBlobException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Blobs in a map. Thread-safe. They are not verified when read: nobody but this class has the arrays.
 */
final class MemoryBlobs implements Blobs {
    private final ConcurrentMap<Address, MemoryBlob> blobs = new ConcurrentHashMap<>();
    private final Runnable requireOpen;

    MemoryBlobs(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    private record MemoryBlob(byte[] bytes, Instant usedAt) {}

    @Override
    public BlobInfo put(byte[] content) {
        requireOpen.run();
        Address address = Address.ofContent(content);
        keep(address, content);
        return new BlobInfo(address, content.length);
    }

    @Override
    public BlobInfo put(BlobContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new DatastoreException("the content of a blob could not be produced: " + e.getMessage(), e);
        }
        return put(bytes.toByteArray());
    }

    /** Stores what is known to have this address. */
    void keep(Address address, byte[] content) {
        Instant now = Instant.now();
        blobs.compute(
                address, (unused, present) -> new MemoryBlob(present == null ? content.clone() : present.bytes(), now));
    }

    @Override
    public Optional<BlobInfo> find(Address address) {
        requireOpen.run();
        return Optional.ofNullable(blobs.get(address)).map(blob -> new BlobInfo(address, blob.bytes().length));
    }

    @Override
    public byte[] read(Address address) {
        return existing(address).bytes().clone();
    }

    @Override
    public InputStream open(Address address) {
        return new ByteArrayInputStream(existing(address).bytes());
    }

    private MemoryBlob existing(Address address) {
        requireOpen.run();
        MemoryBlob blob = blobs.get(address);
        if (blob == null) {
            throw new NoSuchBlobException("there is no blob " + address + " in `" + MemoryDatastore.URL + "`");
        }
        return blob;
    }

    @Override
    public Stream<BlobInfo> list() {
        requireOpen.run();
        return blobs.entrySet().stream()
                .map(entry -> new BlobInfo(entry.getKey(), entry.getValue().bytes().length));
    }

    @Override
    public boolean delete(Address address, Instant unusedSince) {
        requireOpen.run();
        boolean[] deleted = new boolean[1];
        blobs.computeIfPresent(address, (unused, blob) -> {
            deleted[0] = blob.usedAt().isBefore(unusedSince);
            return deleted[0] ? null : blob;
        });
        return deleted[0];
    }
}
