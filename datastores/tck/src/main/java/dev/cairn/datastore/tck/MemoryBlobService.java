package dev.cairn.datastore.tck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A blob service in memory that never fails. Thread-safe. */
public final class MemoryBlobService implements BlobService {
    private final TreeMap<String, byte[]> contents = new TreeMap<>((left, right) -> Arrays.compareUnsigned(
            left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))); // guarded by this

    /** Creates an empty service. */
    public MemoryBlobService() {}

    @Override
    public synchronized void put(String key, byte[] content) {
        contents.put(key, content.clone());
    }

    @Override
    public synchronized boolean putIfAbsent(String key, byte[] content) {
        return contents.putIfAbsent(key, content.clone()) == null;
    }

    @Override
    public synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(contents.get(key)).map(byte[]::clone);
    }

    @Override
    public synchronized Optional<byte[]> get(String key, long from, int length) {
        return Optional.ofNullable(contents.get(key)).map(bytes -> {
            int start = (int) Math.min(from, bytes.length);
            return Arrays.copyOfRange(bytes, start, start + Math.min(length, bytes.length - start));
        });
    }

    @Override
    public synchronized List<String> list(String prefix, String after, int limit) {
        return contents.navigableKeySet().tailSet(after, false).stream()
                .filter(key -> key.startsWith(prefix))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void delete(String key) {
        contents.remove(key);
    }
}
