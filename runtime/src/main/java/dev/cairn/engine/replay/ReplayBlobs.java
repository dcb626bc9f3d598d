package dev.cairn.engine.replay;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Blobs that are stored, and those that a replay makes. Thread-safe.
 *
 * @param stored is only read
 * @param made takes what is put
 */
record ReplayBlobs(Blobs stored, Blobs made) implements Blobs {
    @Override
    public BlobInfo put(byte[] content) {
        return made.put(content);
    }

    @Override
    public BlobInfo put(BlobContent content) {
        return made.put(content);
    }

    @Override
    public Optional<BlobInfo> find(Address address) {
        return made.find(address).or(() -> stored.find(address));
    }

    private Blobs of(Address address) {
        return made.find(address).isPresent() ? made : stored;
    }

    @Override
    public byte[] read(Address address) {
        return of(address).read(address);
    }

    @Override
    public Map<Address, byte[]> read(Collection<Address> addresses) {
        Map<Address, byte[]> found = new HashMap<>(made.read(addresses));
        found.putAll(stored.read(addresses.stream()
                .filter(address -> !found.containsKey(address))
                .toList()));
        return found;
    }

    @Override
    public InputStream open(Address address) {
        return of(address).open(address);
    }

    @Override
    public Stream<BlobInfo> list() {
        return stored.list();
    }

    @Override
    public boolean delete(Address address, Instant unusedSince) {
        return false; // nobody collects garbage in a replay
    }
}
