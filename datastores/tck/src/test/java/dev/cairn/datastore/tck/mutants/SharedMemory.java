package dev.cairn.datastore.tck.mutants;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A datastore in memory that can be opened more than once, and damaged: what the mutants are made from. It breaks no promise.
 * Thread-safe.
 */
final class SharedMemory {
    private final Datastore memory = Datastore.inMemory();
    private final Set<Address> damaged = ConcurrentHashMap.newKeySet();
    private volatile boolean opened;

    /** Whether it was ever opened. */
    boolean exists() {
        return opened;
    }

    /** Closes it, whoever opened it. */
    void closeForAll() {
        memory.close();
    }

    /** What follows damages a blob. */
    void damage(Address blob) {
        damaged.add(blob);
    }

    /** The bytes of a blob as a store that does not verify would give them. */
    byte[] unverified(Address blob) {
        byte[] bytes = memory.blobs().read(blob);
        if (damaged.contains(blob)) {
            bytes[bytes.length / 2] ^= 1;
        }
        return bytes;
    }

    /** What is stored, whoever opened it. */
    Blobs blobs() {
        return memory.blobs();
    }

    /** What is stored, whoever opened it. */
    Runs runs() {
        return memory.runs();
    }

    /** Opens it, changed. */
    Datastore open(Function<SharedMemory, Mutant.Change> change) {
        opened = true;
        Mutant.Change changed = change.apply(this);
        return new Instance(changed);
    }

    private final class Instance implements Datastore {
        private final Mutant.Change change;
        private final Runs runs;
        private final Blobs blobs;
        private volatile boolean closed;

        Instance(Mutant.Change change) {
            this.change = change;
            this.runs = guarded(Runs.class, change.runs(memory.runs()));
            this.blobs = guarded(Blobs.class, change.blobs(new VerifiedBlobs()));
        }

        private <T> T guarded(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (closed && change.refusesWhenClosed(method.getName())) {
                            throw new DatastoreException("the datastore `" + url() + "` is closed");
                        }
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public String url() {
            return memory.url();
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
            return change.inlineLimit(memory.inlineLimit());
        }

        @Override
        public void close() {
            change.closing(closed);
            closed = true;
        }
    }

    private final class VerifiedBlobs extends ForwardingBlobs {
        VerifiedBlobs() {
            super(memory.blobs());
        }

        @Override
        public byte[] read(Address address) {
            if (damaged.contains(address)) {
                throw corrupt(address);
            }
            return super.read(address);
        }

        @Override
        public InputStream open(Address address) {
            if (!damaged.contains(address)) {
                return super.open(address);
            }
            byte[] bytes = unverified(address);
            return new SequenceInputStream(
                    new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 1)), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw corrupt(address);
                        }
                    });
        }

        private CorruptBlobException corrupt(Address address) {
            return new CorruptBlobException("the blob " + address + " is damaged");
        }
    }
}
