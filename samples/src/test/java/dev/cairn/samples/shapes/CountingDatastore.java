package dev.cairn.samples.shapes;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Counts what a run reads from a datastore, and what it stores there. Thread-safe. */
final class CountingDatastore implements Datastore {
    private final Datastore delegate;
    private final Runs runs;
    private final CountingBlobs blobs = new CountingBlobs();
    private final Map<Address, AtomicLong> reads = new ConcurrentHashMap<>();
    private final Map<Address, AtomicLong> puts = new ConcurrentHashMap<>();
    private final Map<String, Set<ArtifactRef>> versions = new ConcurrentHashMap<>();
    private final AtomicLong bytesRead = new AtomicLong();

    CountingDatastore(Datastore delegate) {
        this.delegate = delegate;
        this.runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        count((TaskCommit) arguments[0]);
                    }
                    try {
                        return method.invoke(delegate.runs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** How many bytes of blobs were read. */
    long bytesRead() {
        return bytesRead.get();
    }

    /** How often reading a blob was begun. */
    long reads(Address address) {
        return count(reads, address);
    }

    /** How often content of this address was handed over, as a blob of its own or along with a commit. */
    long puts(Address address) {
        return count(puts, address);
    }

    /** How many versions of an artifact tasks have made: one that is passed on remains the same object. */
    int versions(String artifact) {
        return versions.getOrDefault(artifact, Set.of()).size();
    }

    private static long count(Map<Address, AtomicLong> counts, Address address) {
        return counts.getOrDefault(address, new AtomicLong()).get();
    }

    private static void increment(Map<Address, AtomicLong> counts, Address address) {
        counts.computeIfAbsent(address, first -> new AtomicLong()).incrementAndGet();
    }

    private void count(TaskCommit commit) {
        commit.blobs().keySet().forEach(address -> increment(puts, address));
        commit.record()
                .artifacts()
                .forEach((name, version) -> versions.computeIfAbsent(
                                name,
                                first ->
                                        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>())))
                        .add(version));
    }

    private final class CountingBlobs implements Blobs {
        @Override
        public BlobInfo put(byte[] content) {
            increment(puts, Address.ofContent(content));
            return delegate.blobs().put(content);
        }

        @Override
        public BlobInfo put(BlobContent content) {
            BlobInfo blob = delegate.blobs().put(content);
            increment(puts, blob.address());
            return blob;
        }

        @Override
        public byte[] read(Address address) {
            byte[] content = delegate.blobs().read(address);
            increment(reads, address);
            bytesRead.addAndGet(content.length);
            return content;
        }

        @Override
        public InputStream open(Address address) {
            increment(reads, address);
            return new CountingStream(delegate.blobs().open(address));
        }

        @Override
        public Optional<BlobInfo> find(Address address) {
            return delegate.blobs().find(address);
        }

        @Override
        public Stream<BlobInfo> list() {
            return delegate.blobs().list();
        }

        @Override
        public boolean delete(Address address, Instant unusedSince) {
            return delegate.blobs().delete(address, unusedSince);
        }
    }

    private final class CountingStream extends FilterInputStream {
        private CountingStream(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytesRead.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytesRead.addAndGet(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            bytesRead.addAndGet(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    @Override
    public String url() {
        return delegate.url();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public int inlineLimit() {
        return delegate.inlineLimit();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
