package dev.cairn.codec.collection;

import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.TreeErrors;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * Refuses collections and maps that are more than their elements. What is stored is the kind, the elements and their order, so that
 * whatever else such a value does would be gone, without a word, when it is read.
 *
 * <ul>
 *   <li>A class that extends one of the JDK's own, {@code ArrayList} or {@code LinkedHashMap}, does so to change what that does.
 *   <li>A class that only implements an interface, or extends {@code AbstractList} and its like, has to be written to hold elements
 *       at all: so are the collections of Guava, Kotlin, Vavr or Eclipse Collections, and the JDK's own views. Those are taken.
 *   <li>A {@code LinkedHashMap} in order of access moves what is looked up.
 *   <li>An identity map finds nothing where its keys are read as new objects.
 *   <li>A priority queue iterates in no order that another collection could keep, and its comparator is code.
 * </ul>
 */
final class CollectionClasses {
    private CollectionClasses() {}

    /** Refuses a collection that would come back as something else. */
    static void requireKept(Iterable<?> collection, CollectionType<?, ?> declared) {
        Class<?> type = collection.getClass();
        if (type == ArrayList.class) {
            return;
        }
        requireJdks(type, collection);
        if (collection instanceof PriorityQueue<?> queue) {
            requireKept(queue, declared);
        } else if (collection instanceof PriorityBlockingQueue || collection instanceof DelayQueue) {
            throw new UnsupportedValueException("a " + type.getSimpleName()
                    + " cannot be stored, because the order of its elements would be lost; store them in a"
                    + " sorted list, and create the queue in the step that needs it");
        }
    }

    private static void requireKept(PriorityQueue<?> queue, CollectionType<?, ?> declared) {
        if (queue.comparator() != null && queue.comparator() != Comparator.naturalOrder()) {
            throw new UnsupportedValueException(
                    "a PriorityQueue with a comparator cannot be stored, because the comparator is code; let its elements"
                            + " be Comparable, or store them in a list, and create the queue in the step that needs it");
        } else if (!declared.isPriorityQueue()) {
            throw new UnsupportedValueException(
                    "a PriorityQueue cannot be stored as the " + declared.javaName()
                            + " that is declared, because the order of its elements would be lost; declare it as PriorityQueue");
        }
    }

    /** Refuses a map that would come back as something else. */
    static void requireKept(Map<?, ?> map) {
        Class<?> type = map.getClass();
        if (type == HashMap.class) {
            return;
        }
        requireJdks(type, map);
        if (type == IdentityHashMap.class) {
            throw new UnsupportedValueException(
                    "an IdentityHashMap cannot be stored, because its keys would become other objects; copy it into a"
                            + " HashMap, with keys that are equal if they mean the same");
        }
        if (type == LinkedHashMap.class && isInOrderOfAccess((LinkedHashMap<?, ?>) map)) {
            throw new UnsupportedValueException(
                    "a LinkedHashMap in access order cannot be stored, because it would come back in insertion order; "
                            + "copy it into a separate LinkedHashMap");
        }
    }

    private static void requireJdks(Class<?> type, Object value) {
        if (type.getClassLoader() == null) {
            return;
        }
        Class<?> extended = type.getSuperclass();
        while (extended != null && extended.getClassLoader() != null) {
            extended = extended.getSuperclass();
        }
        if (extended != null && extended != Object.class && !Modifier.isAbstract(extended.getModifiers())) {
            throw new UnsupportedValueException(type.getTypeName() + " extends " + extended.getSimpleName()
                    + " and cannot be stored, because what it adds would be lost; copy it into "
                    + TreeErrors.withArticle(plainName(extended, value)));
        }
    }

    /** Of an enum set, the class that it extends is one of two that nobody knows. */
    private static String plainName(Class<?> extended, Object value) {
        return Modifier.isPublic(extended.getModifiers())
                ? extended.getSimpleName()
                : value instanceof Map ? "HashMap" : "HashSet";
    }

    /** What only the behaviour tells: a look-up moves an entry to the end, where it is moved back from. */
    private static boolean isInOrderOfAccess(LinkedHashMap<?, ?> map) {
        return map.size() < 2 ? movesProbes(map) : movesFirst(map);
    }

    private static boolean movesFirst(LinkedHashMap<?, ?> map) {
        Iterator<?> keys = map.keySet().iterator();
        Object first = keys.next();
        map.get(first);
        if (map.keySet().iterator().next() == first) {
            return false;
        }
        for (Object key : new ArrayList<>(map.keySet()).subList(0, map.size() - 1)) {
            map.get(key);
        }
        return true;
    }

    /** A clone keeps the order, and nobody else has it. */
    private static boolean movesProbes(LinkedHashMap<?, ?> map) {
        @SuppressWarnings("unchecked") // nobody sees what keys it has for a moment
        Map<Object, Object> clone = (Map<Object, Object>) map.clone();
        clone.clear();
        clone.put(1, 1);
        clone.put(2, 2);
        clone.get(1);
        return clone.keySet().iterator().next().equals(2);
    }
}
