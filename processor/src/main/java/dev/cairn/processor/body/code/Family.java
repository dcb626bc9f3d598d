package dev.cairn.processor.body.code;

import java.util.Set;

/**
 * The kinds of types of the JDK whose methods are known, so that it can be told of a call what it does to its receiver. What is
 * not named here may do anything.
 */
public enum Family {
    /** No type of the JDK that is known. */
    NONE(Set.of(), Set.of(), Set.of()),
    /** An array; only {@code length} and elements, which are no methods. */
    ARRAY(Set.of("getClass"), Set.of(), Set.of()),
    COLLECTION(
            Set.of(
                    "size",
                    "isEmpty",
                    "contains",
                    "containsAll",
                    "indexOf",
                    "lastIndexOf",
                    "equals",
                    "hashCode",
                    "toString",
                    "comparator",
                    "getClass"),
            Set.of(
                    "get",
                    "getFirst",
                    "getLast",
                    "first",
                    "last",
                    "element",
                    "peek",
                    "peekFirst",
                    "peekLast",
                    "ceiling",
                    "floor",
                    "higher",
                    "lower",
                    "toArray",
                    "stream",
                    "parallelStream",
                    "subList",
                    "reversed",
                    "headSet",
                    "tailSet",
                    "subSet",
                    "descendingSet",
                    "iterator",
                    "listIterator",
                    "descendingIterator",
                    "spliterator",
                    "forEach"),
            Set.of(
                    "add",
                    "addAll",
                    "addFirst",
                    "addLast",
                    "set",
                    "remove",
                    "removeAll",
                    "removeIf",
                    "removeFirst",
                    "removeLast",
                    "removeFirstOccurrence",
                    "removeLastOccurrence",
                    "retainAll",
                    "clear",
                    "sort",
                    "replaceAll",
                    "push",
                    "pop",
                    "poll",
                    "pollFirst",
                    "pollLast",
                    "offer",
                    "offerFirst",
                    "offerLast")),
    MAP(
            Set.of(
                    "size",
                    "isEmpty",
                    "containsKey",
                    "containsValue",
                    "equals",
                    "hashCode",
                    "toString",
                    "comparator",
                    "getClass"),
            Set.of(
                    "get",
                    "getOrDefault",
                    "keySet",
                    "navigableKeySet",
                    "descendingKeySet",
                    "values",
                    "entrySet",
                    "firstKey",
                    "lastKey",
                    "ceilingKey",
                    "floorKey",
                    "higherKey",
                    "lowerKey",
                    "firstEntry",
                    "lastEntry",
                    "ceilingEntry",
                    "floorEntry",
                    "higherEntry",
                    "lowerEntry",
                    "headMap",
                    "tailMap",
                    "subMap",
                    "descendingMap",
                    "forEach"),
            Set.of(
                    "put",
                    "putAll",
                    "putIfAbsent",
                    "remove",
                    "clear",
                    "merge",
                    "compute",
                    "computeIfAbsent",
                    "computeIfPresent",
                    "replace",
                    "replaceAll",
                    "putFirst",
                    "putLast",
                    "pollFirstEntry",
                    "pollLastEntry")),
    OPTIONAL(
            Set.of("isPresent", "isEmpty", "equals", "hashCode", "toString", "getClass"),
            Set.of("get", "orElse", "orElseThrow", "ifPresent", "stream"),
            Set.of()),
    ITERATOR(
            Set.of("hasNext", "hasPrevious", "nextIndex", "previousIndex", "getClass"),
            Set.of("next", "previous", "forEachRemaining"),
            Set.of("remove", "set", "add")),
    ENTRY(Set.of("equals", "hashCode", "toString", "getClass"), Set.of("getKey", "getValue"), Set.of("setValue")),
    STREAM(
            Set.of("count", "anyMatch", "allMatch", "noneMatch", "mapToInt", "mapToLong", "mapToDouble"),
            Set.of(
                    "filter",
                    "sorted",
                    "distinct",
                    "limit",
                    "skip",
                    "peek",
                    "takeWhile",
                    "dropWhile",
                    "map",
                    "findFirst",
                    "findAny",
                    "min",
                    "max",
                    "toList",
                    "forEach",
                    "forEachOrdered"),
            Set.of()),
    BITS(
            Set.of(
                    "get",
                    "cardinality",
                    "length",
                    "size",
                    "isEmpty",
                    "intersects",
                    "nextSetBit",
                    "nextClearBit",
                    "previousSetBit",
                    "previousClearBit",
                    "stream",
                    "toByteArray",
                    "toLongArray",
                    "equals",
                    "hashCode",
                    "toString",
                    "clone"),
            Set.of(),
            Set.of("set", "clear", "flip", "and", "or", "xor", "andNot")),
    DATE(
            Set.of("getTime", "before", "after", "compareTo", "toInstant", "equals", "hashCode", "toString", "clone"),
            Set.of(),
            Set.of("setTime", "setYear", "setMonth", "setDate", "setHours", "setMinutes", "setSeconds"));

    /** Never changed, like the others: all are made by {@link Set#of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> looking;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> handingOut;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> changing;

    Family(Set<String> looking, Set<String> handingOut, Set<String> changing) {
        this.looking = looking;
        this.handingOut = handingOut;
        this.changing = changing;
    }

    /** Whether a method only looks at its receiver. */
    public boolean looks(String method) {
        return looking.contains(method);
    }

    /** Whether a method gives, to its caller or to a function, a part of its receiver, a view of it, or something that holds parts. */
    public boolean handsOut(String method) {
        return handingOut.contains(method);
    }

    /** Whether a method changes its receiver. */
    public boolean changes(String method) {
        return changing.contains(method);
    }
}
