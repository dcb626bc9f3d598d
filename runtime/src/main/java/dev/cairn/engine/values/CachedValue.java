package dev.cairn.engine.values;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a process has of one version of an artifact: a decoded value that nobody may change, or its verified encoding. Whoever reads it
 * from the datastore does so {@linkplain #alone alone}, so that others wait for it and need not read it too. What is kept changes only
 * under the monitor of the cache.
 *
 * <p>Others wait for a lock, not for a monitor: up to JDK 23, a virtual thread that waits for a monitor, or waits for the datastore while it
 * holds one, keeps its carrier. Once all carriers wait so, nobody goes on for whom they wait.
 */
final class CachedValue {
    /**
     * Content that is kept.
     *
     * @param value a decoded value that nobody changes
     * @param valueBytes how much memory that takes at most
     * @param encoded the verified encoding
     * @param encodedBytes the size of that
     */
    record Kept(Reference<Object> value, long valueBytes, Reference<byte[]> encoded, long encodedBytes) {
        static final Kept NOTHING = new Kept(new WeakReference<>(null), 0, new WeakReference<>(null), 0);

        Kept withValue(Object decoded, long size) {
            return new Kept(new SoftReference<>(decoded), size, encoded, encodedBytes);
        }

        Kept withEncoded(byte[] encoding) {
            return new Kept(value, valueBytes, new SoftReference<>(encoding), encoding.length);
        }

        long bytes() {
            return valueBytes + encodedBytes;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Kept kept = Kept.NOTHING;
    private Reference<Object> lent = new WeakReference<>(null); // guarded by the lock
    private @Nullable WatchedObject watched; // guarded by the lock
    private int reads; // guarded by the lock

    /** Reads what nobody else reads meanwhile. */
    <T extends @Nullable Object> T alone(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps other content from now on; how much memory the former content took. */
    long keep(Kept content) {
        long before = kept.bytes();
        kept = content;
        return before;
    }

    Kept kept() {
        return kept;
    }

    /** A decoded value that nobody changes, as long as anybody has it; for those who read it alone. */
    @Nullable
    Object value() {
        Object value = kept.value().get();
        return value != null ? value : lent.get();
    }

    /** Whether the value is kept, and not only in the hands of tasks. */
    boolean keepsValue() {
        return kept.value().get() != null;
    }

    /**
     * Notes a decoded value that tasks have, none of which changes it; for those who read it alone.
     *
     * @return whether tasks get it for the first time
     */
    boolean lend(Object value) {
        boolean isNew = !lent.refersTo(value);
        if (isNew) {
            lent = new WeakReference<>(value);
        }
        return isNew;
    }

    /** Notes who watches the value that tasks have; null if it cannot change. For those who read it alone. */
    void watch(@Nullable WatchedObject object) {
        watched = object;
    }

    /** Who watches the value that tasks have; for those who read it alone. */
    @Nullable
    WatchedObject watched() {
        return watched;
    }

    /** Notes that it is read; whether it was before. For those who read it alone. */
    boolean isReadAgain() {
        return reads++ > 0;
    }
}
