package dev.cairn.processor.lock;

import java.util.Map;
import java.util.Optional;

/** What the runtime stores of a declared collection or map: types of one kind have one schema. */
enum ContainerKind {
    /** Any collection: each value has a kind of its own. */
    COLLECTION,
    /** Any set. */
    SET,
    LIST,
    HASH_SET,
    LINKED_SET,
    SORTED_SET,
    ENUM_SET,
    /** Any map. */
    MAP,
    HASH_MAP,
    LINKED_MAP,
    SORTED_MAP,
    ENUM_MAP,
    OPTIONAL,
    ENTRY;

    private static final Map<String, ContainerKind> KINDS = Map.ofEntries(
            Map.entry("Iterable", COLLECTION),
            Map.entry("Collection", COLLECTION),
            Map.entry("List", LIST),
            Map.entry("ArrayList", LIST),
            Map.entry("LinkedList", LIST),
            Map.entry("Queue", LIST),
            Map.entry("Deque", LIST),
            Map.entry("ArrayDeque", LIST),
            Map.entry("PriorityQueue", LIST),
            Map.entry("Set", SET),
            Map.entry("HashSet", HASH_SET),
            Map.entry("LinkedHashSet", LINKED_SET),
            Map.entry("SortedSet", SORTED_SET),
            Map.entry("NavigableSet", SORTED_SET),
            Map.entry("TreeSet", SORTED_SET),
            Map.entry("EnumSet", ENUM_SET),
            Map.entry("Map", MAP),
            Map.entry("HashMap", HASH_MAP),
            Map.entry("ConcurrentMap", HASH_MAP),
            Map.entry("ConcurrentHashMap", HASH_MAP),
            Map.entry("LinkedHashMap", LINKED_MAP),
            Map.entry("SortedMap", SORTED_MAP),
            Map.entry("NavigableMap", SORTED_MAP),
            Map.entry("TreeMap", SORTED_MAP),
            Map.entry("EnumMap", ENUM_MAP),
            Map.entry(TypeNames.OPTIONAL, OPTIONAL),
            Map.entry(TypeNames.ENTRY, ENTRY));

    /** The kind of a type, by its simple name. */
    static Optional<ContainerKind> of(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    boolean isMap() {
        return this == MAP || this == HASH_MAP || this == LINKED_MAP || this == SORTED_MAP || this == ENUM_MAP;
    }

    boolean isCollection() {
        return !isMap() && this != OPTIONAL && this != ENTRY;
    }

    /** How many types such a type has. */
    int arguments() {
        return isMap() || this == ENTRY ? 2 : 1;
    }

    /** Whether no two of its elements, or keys, are equal. */
    boolean isDistinct() {
        return isMap() || isCollection() && this != COLLECTION && this != LIST;
    }

    /** Whether a value can be of the kind that only the constants of an enum have. */
    boolean mayBeOfEnum() {
        return this == ENUM_SET || this == ENUM_MAP || isOpen();
    }

    /** Whether each value has a kind of its own, which is kept. */
    boolean isOpen() {
        return this == COLLECTION || this == SET || this == MAP;
    }

    /** Whether at least some values of another kind can be read as this one. */
    boolean reads(ContainerKind stored) {
        if (isCollection() && stored.isCollection()) {
            return this == COLLECTION || stored == COLLECTION || isDistinct() == stored.isDistinct();
        }
        return this == stored || isMap() && stored.isMap();
    }

    /** Whether, if {@link #reads some} values can be read, all can: of a collection of any kind, it depends on the value. */
    boolean readsAll(ContainerKind stored) {
        return this == COLLECTION || stored != COLLECTION;
    }
}
