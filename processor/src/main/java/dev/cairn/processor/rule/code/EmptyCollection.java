package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.JavaType;
import java.util.Map;
import java.util.Optional;

/**
 * A collection or map with nothing in it, as the code to write. Immutable.
 *
 * @param expression what makes it
 * @param isMap whether it is a map
 */
record EmptyCollection(String expression, boolean isMap) {
    /** What the interfaces of {@code java.util} stand for, as Cairn reads them back. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("Iterable", "ArrayList"),
            Map.entry("Collection", "ArrayList"),
            Map.entry("List", "ArrayList"),
            Map.entry("Set", "HashSet"),
            Map.entry("SortedSet", "TreeSet"),
            Map.entry("NavigableSet", "TreeSet"),
            Map.entry("Deque", "ArrayDeque"),
            Map.entry("Queue", "ArrayDeque"),
            Map.entry("Map", "HashMap"),
            Map.entry("SortedMap", "TreeMap"),
            Map.entry("NavigableMap", "TreeMap"),
            Map.entry("ArrayList", "ArrayList"),
            Map.entry("LinkedList", "LinkedList"),
            Map.entry("ArrayDeque", "ArrayDeque"),
            Map.entry("PriorityQueue", "PriorityQueue"),
            Map.entry("HashSet", "HashSet"),
            Map.entry("LinkedHashSet", "LinkedHashSet"),
            Map.entry("TreeSet", "TreeSet"),
            Map.entry("HashMap", "HashMap"),
            Map.entry("LinkedHashMap", "LinkedHashMap"),
            Map.entry("TreeMap", "TreeMap"));

    /** One that fits a declared type, if that is one of those that people add to. */
    static Optional<EmptyCollection> of(JavaType type) {
        if (!(type instanceof JavaType.Declared declared)
                || !declared.name().packageName().equals("java.util")) {
            return Optional.empty();
        }
        return Optional.ofNullable(CLASSES.get(declared.name().simpleName()))
                .map(name -> new EmptyCollection("new " + name + "<>()", name.endsWith("Map")));
    }

    /** The call that adds all that another one holds. */
    String adding(String to, String other) {
        return to + (isMap ? ".putAll(" : ".addAll(") + other + ")";
    }
}
