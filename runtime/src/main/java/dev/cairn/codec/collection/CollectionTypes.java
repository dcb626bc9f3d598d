package dev.cairn.codec.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The declared types of collections that schemas know. */
public final class CollectionTypes {
    private static final Map<String, CollectionKind> KINDS = kinds();

    private static final Map<CollectionKind, String> NAMES = KINDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey, (open, set) -> open));

    private static final Map<String, CollectionType<?, ?>> TYPES = KINDS.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), name -> CollectionTypes.<Object, Collection<Object>>of(name, name)));

    private CollectionTypes() {}

    private static Map<String, CollectionKind> kinds() {
        Map<String, CollectionKind> kinds = new LinkedHashMap<>();
        kinds.put("collection", CollectionKind.ABSENT);
        kinds.put("set", CollectionKind.ABSENT);
        kinds.put("list", CollectionKind.LIST);
        kinds.put("hashset", CollectionKind.UNORDERED);
        kinds.put("linkedhashset", CollectionKind.INSERTION_ORDERED);
        kinds.put("treeset", CollectionKind.SORTED);
        kinds.put("enumset", CollectionKind.ENUM);
        return kinds;
    }

    /** The type whose values all have that kind. */
    public static String nameOf(CollectionKind kind) {
        return Objects.requireNonNull(NAMES.get(kind));
    }

    /** The type of that name in schemas; null if there is none. It is asked per value, and allocates nothing. */
    public static @Nullable CollectionType<?, ?> find(String name) {
        return TYPES.get(name);
    }

    /** The type of a declared {@code javaName}, of which instances are what the kind suggests. */
    public static <E, C extends Iterable<E>> CollectionType<E, C> of(String name, String javaName) {
        return new CollectionType<>(
                name, javaName, Objects.requireNonNull(KINDS.get(name)), !name.equals("collection"), null);
    }

    /** A list of a certain class. */
    public static <E, C extends Collection<E>> CollectionType<E, C> list(String javaName, IntFunction<C> factory) {
        return new CollectionType<>("list", javaName, CollectionKind.LIST, false, factory);
    }

    /**
     * A queue by the natural order of its elements, stored as the list of them as they are in the queue: what is added in that order
     * is in the same places again, so that of equal elements the same one comes first.
     */
    public static <E> CollectionType<E, PriorityQueue<E>> priorityQueue() {
        return list(CollectionType.PRIORITY_QUEUE, capacity -> new PriorityQueue<>(Math.max(capacity, 1)));
    }

    /** A list of no certain class. */
    public static <E, C extends Iterable<E>> CollectionType<E, C> list() {
        return new CollectionType<>("list", "List", CollectionKind.LIST, false, ArrayList::new);
    }
}
