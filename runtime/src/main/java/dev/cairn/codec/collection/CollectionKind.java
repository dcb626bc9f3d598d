package dev.cairn.codec.collection;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a collection or map beside its elements. The class itself is not stored: many of the JDK's are private, and
 * none should have to exist forever.
 *
 * <p>Whether one of the JDK's own classes keeps an order is asked of its spliterator, which also answers for views and
 * unmodifiable wrappers; what has no more than one element counts as unordered there. Other implementations are taken to keep the
 * order in which they iterate.
 */
public enum CollectionKind {
    /** Not in the data; its place is that of null. */
    ABSENT,
    /** A list, or whatever else is neither a set nor a map. */
    LIST,
    /** Iterates in no order that matters: stored in the order of encoded elements or keys. */
    UNORDERED,
    /** Keeps the order of insertion. */
    INSERTION_ORDERED,
    /** Sorted by the natural order of elements or keys. */
    SORTED,
    /** A set or map of the constants of one enum. */
    ENUM;

    private static final List<CollectionKind> BY_NUMBER = List.of(values());

    public static CollectionKind of(Iterable<?> value, ArtifactCodec<?> element) {
        if (!(value instanceof Set<?> set)) {
            return LIST;
        } else if (set instanceof EnumSet) {
            return element.resolved() instanceof EnumCodec ? ENUM : SORTED;
        } else if (set instanceof SortedSet) {
            return SORTED;
        } else if (set instanceof LinkedHashSet) {
            return INSERTION_ORDERED;
        }
        boolean unordered = set instanceof HashSet || isOfJdk(set) && !hasOrder(set);
        return unordered ? UNORDERED : INSERTION_ORDERED;
    }

    public static CollectionKind of(Map<?, ?> map, ArtifactCodec<?> key) {
        if (map instanceof EnumMap) {
            return key.resolved() instanceof EnumCodec ? ENUM : SORTED;
        } else if (map instanceof SortedMap) {
            return SORTED;
        } else if (map instanceof LinkedHashMap) {
            return INSERTION_ORDERED;
        }
        boolean unordered = map instanceof HashMap
                || map instanceof Hashtable
                || map instanceof WeakHashMap
                || isOfJdk(map) && !hasOrder(map.keySet());
        return unordered ? UNORDERED : INSERTION_ORDERED;
    }

    private static boolean isOfJdk(Object collection) {
        return collection.getClass().getClassLoader() == null;
    }

    private static boolean hasOrder(Collection<?> collection) {
        // Of one element, some versions of the JDK claim that it is in order, and others do not.
        return collection.size() > 1 && collection.spliterator().hasCharacteristics(Spliterator.ORDERED);
    }

    /** The kind of that number in the data. */
    public static CollectionKind of(int number) {
        if (number < 0 || number > ENUM.ordinal()) {
            throw new MalformedArtifactException(
                    "kind " + number + " of collections is not supported by this version; upgrade Cairn");
        }
        return BY_NUMBER.get(number);
    }

    /** Refuses orders that are code. */
    static void requireNaturalOrder(java.util.@Nullable Comparator<?> comparator, Object value) {
        if (comparator != null && comparator != Comparator.naturalOrder()) {
            String noun = value instanceof Map ? "map" : "set";
            throw new UnsupportedValueException(
                    "a sorted " + noun + " with a comparator cannot be stored, because the comparator is code; "
                            + "copy it into a Linked" + (value instanceof Map ? "HashMap" : "HashSet")
                            + " to keep the order, or sort by the natural order");
        }
    }

    /** Refuses an order of insertion where the declared type has none. */
    static void requireNoOrder(Object value, String declared) {
        if (value instanceof LinkedHashMap || value instanceof LinkedHashSet) {
            String type = value.getClass().getSimpleName();
            throw new UnsupportedValueException("a " + type + " cannot be stored as the " + declared
                    + " that is declared, because its order would be lost; declare it as "
                    + (value instanceof Map ? "Map" : "Set") + " or " + type + ", or copy it into a " + declared);
        }
    }
}
