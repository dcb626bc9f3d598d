package dev.cairn.datastore.tck.mutants;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Does what the blobs of another datastore do. */
class ForwardingBlobs implements Blobs {
    final Blobs blobs;

    ForwardingBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public BlobInfo put(byte[] content) {
        return blobs.put(content);
    }

    @Override
    public BlobInfo put(BlobContent content) {
        return blobs.put(content);
    }

    @Override
    public List<BlobInfo> putAll(List<BlobContent> contents) {
        return blobs.putAll(contents);
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
        return blobs.delete(address, unusedSince);
    }

    @Override
    public long delete(Collection<Address> addresses, Instant unusedSince) {
        return blobs.delete(addresses, unusedSince);
    }

    @Override
    public void sweep() {
        blobs.sweep();
    }
}
