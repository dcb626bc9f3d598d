package dev.cairn.engine.values;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What a process has of one version of an artifact: a decoded value that nobody may change, or its verified encoding. Whoever reads it
 * from the datastore holds the monitor of this object, so that others wait for it and need not read it too. What is kept changes only
 * under the monitor of the cache.
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

    private volatile Kept kept = Kept.NOTHING;
    private Reference<Object> lent = new WeakReference<>(null); // guarded by this
    private @Nullable WatchedObject watched; // guarded by this
    private int reads; // guarded by this

    /** Keeps other content from now on; how much memory the former content took. */
    long keep(Kept content) {
        long before = kept.bytes();
        kept = content;
        return before;
    }

    Kept kept() {
        return kept;
    }

    /** A decoded value that nobody changes, as long as anybody has it; for those who hold the monitor. */
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
     * Notes a decoded value that tasks have, none of which changes it; for those who hold the monitor.
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

    /** Notes who watches the value that tasks have; null if it cannot change. For those who hold the monitor. */
    void watch(@Nullable WatchedObject object) {
        watched = object;
    }

    /** Who watches the value that tasks have; for those who hold the monitor. */
    @Nullable
    WatchedObject watched() {
        return watched;
    }

    /** Notes that it is read; whether it was before. For those who hold the monitor. */
    boolean isReadAgain() {
        return reads++ > 0;
    }
}
