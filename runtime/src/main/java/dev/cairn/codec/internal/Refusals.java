package dev.cairn.codec.internal;

import dev.cairn.codec.MalformedArtifactException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds to collections that may refuse: some take no null, sorted ones only what can be compared. */
public final class Refusals {
    private Refusals() {}

    /** Null is an element where the collection takes it. */
    @SuppressWarnings("NullAway")
    public static <E> void add(Collection<E> collection, @Nullable E element) {
        boolean added;
        try {
            added = collection.add(element);
        } catch (NullPointerException | ClassCastException e) {
            throw refused(element, "an element", collection, e);
        }
        if (!added) {
            throw equal("an element", "set");
        }
    }

    /** Null is a key or a value where the map takes it. */
    @SuppressWarnings("NullAway")
    public static <K, V> void put(Map<K, V> map, @Nullable K key, @Nullable V value) {
        int before = map.size();
        try {
            map.put(key, value);
        } catch (NullPointerException | ClassCastException e) {
            throw refused(key, "a key", map, e);
        }
        if (map.size() == before) {
            throw equal("a key", "map");
        }
    }

    /** What is lost must not be lost unnoticed. */
    private static MalformedArtifactException equal(String what, String container) {
        return new MalformedArtifactException("is equal to " + what + " before it, so that the " + container
                + " would become smaller; was a field dropped, were constants merged, or has its equals changed?");
    }

    private static MalformedArtifactException refused(
            @Nullable Object element, String role, Object collection, RuntimeException cause) {
        String type = collection.getClass().getSimpleName();
        return new MalformedArtifactException(
                PathText.of(element) + " cannot be " + role + " of " + TreeErrors.withArticle(type), cause);
    }
}
