package dev.cairn.codec;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds to collections that may refuse: some take no null, sorted ones only what can be compared. */
final class Refusals {
    private Refusals() {}

    static <E> void add(Collection<E> collection, E element) {
        try {
            collection.add(element);
        } catch (NullPointerException | ClassCastException e) {
            throw refused(element, "an element", collection, e);
        }
    }

    static <K, V> void put(Map<K, V> map, K key, V value) {
        try {
            map.put(key, value);
        } catch (NullPointerException | ClassCastException e) {
            throw refused(key, "a key", map, e);
        }
    }

    private static MalformedArtifactException refused(
            @Nullable Object element, String role, Object collection, RuntimeException cause) {
        String type = collection.getClass().getSimpleName();
        return new MalformedArtifactException(
                PathText.of(element) + " cannot be " + role + " of " + TreeErrors.withArticle(type), cause);
    }
}
