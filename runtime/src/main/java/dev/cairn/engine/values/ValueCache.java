package dev.cairn.engine.values;

import dev.cairn.datastore.Address;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a process keeps of the values that its tasks read, for the tasks that follow: of all runs together no more bytes than the budget.
 * What was not used for the longest time goes first. All of it goes before memory runs out: the references are soft. Thread-safe.
 */
final class ValueCache {
    /** The system property with the budget in bytes; without it, a quarter of the heap. */
    static final String PROPERTY = "cairn.sharedValues.bytes";

    private static final int PART_OF_HEAP = 4;

    /** What is known of so many versions, whether something is kept of them or not. */
    private static final int MOST_KEYS = 10_000;

    static final ValueCache OF_PROCESS =
            new ValueCache(() -> Long.getLong(PROPERTY, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));

    private final LongSupplier budget;
    private final Map<Key, CachedValue> values = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
    private long used; // guarded by this

    ValueCache(LongSupplier budget) {
        this.budget = budget;
    }

    /**
     * A version of an artifact. Two artifacts of a run that have the same content are kept as two objects, as they would be without a cache.
     *
     * @param owner the run in this process
     */
    record Key(TaskValues owner, String artifact, Address address) {}

    /** The most bytes that are kept. */
    long budget() {
        return budget.getAsLong();
    }

    /** The bytes that are kept. */
    synchronized long used() {
        return used;
    }

    /** What is known of a version. */
    synchronized CachedValue value(Key key) {
        CachedValue value = values.computeIfAbsent(key, unknown -> new CachedValue());
        for (Iterator<CachedValue> oldest = values.values().iterator(); values.size() > MOST_KEYS; ) {
            drop(oldest.next());
            oldest.remove();
        }
        return value;
    }

    /** Keeps something of a version, if it fits; other things go if need be. */
    synchronized void keep(Key key, CachedValue value, CachedValue.Kept kept) {
        long most = budget();
        if (kept.bytes() > most || values.get(key) != value) {
            return; // it was dropped meanwhile, with its run perhaps
        }
        used += kept.bytes() - value.keep(kept);
        for (Iterator<CachedValue> oldest = values.values().iterator(); used > most && oldest.hasNext(); ) {
            CachedValue next = oldest.next();
            if (next != value) {
                drop(next);
                oldest.remove();
            }
        }
    }

    /** Forgets all versions of a run. */
    synchronized void forget(TaskValues owner) {
        for (Iterator<Map.Entry<Key, CachedValue>> all = values.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Key, CachedValue> next = all.next();
            if (next.getKey().owner() == owner) {
                drop(next.getValue());
                all.remove();
            }
        }
    }

    private void drop(CachedValue value) {
        used -= value.keep(CachedValue.Kept.NOTHING);
    }
}
