package dev.cairn.engine.task;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The blobs of a {@link ReadOnlyDatastore}. */
record ReadOnlyBlobs(Blobs blobs, ReadOnlyDatastore datastore) implements Blobs {
    @Override
    public BlobInfo put(byte[] content) {
        throw datastore.refusal("store a blob");
    }

    @Override
    public BlobInfo put(BlobContent content) {
        throw datastore.refusal("store a blob");
    }

    @Override
    public Optional<BlobInfo> find(Address address) {
        return blobs.find(address);
    }

    @Override
    public Set<Address> present(Collection<Address> addresses) {
        return blobs.present(addresses);
    }

    @Override
    public byte[] read(Address address) {
        return blobs.read(address);
    }

    @Override
    public Map<Address, byte[]> read(Collection<Address> addresses) {
        return blobs.read(addresses);
    }

    @Override
    public InputStream open(Address address) {
        return blobs.open(address);
    }

    @Override
    public Stream<BlobInfo> list() {
        return blobs.list();
    }

    @Override
    public boolean delete(Address address, Instant unusedSince) {
        throw datastore.refusal("delete a blob");
    }

    @Override
    public void sweep() {
        throw datastore.refusal("delete blobs");
    }
}
