package dev.cairn.codec;

import dev.cairn.codec.internal.Sight;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The objects that were met in several values, by identity: a hash table with open addressing, of which a million entries take 24
 * MB. Not thread-safe.
 */
final class Sightings implements Sight {
    private static final int FIRST_CAPACITY = 1 << 5;

    /** Classes of the JDK whose instances cannot be changed, or not through them. */
    private static final Set<Class<?>> FROZEN = Set.copyOf(Stream.of(
                    List.of(),
                    List.of(1),
                    List.of(1, 2, 3),
                    List.of(1, 2, 3).subList(0, 2),
                    Set.of(),
                    Set.of(1),
                    Set.of(1, 2, 3),
                    Map.of(),
                    Map.of(1, 1),
                    Map.of(1, 1, 2, 2),
                    Collections.emptyList(),
                    Collections.emptySet(),
                    Collections.emptyMap(),
                    Collections.singletonList(1),
                    Collections.singleton(1),
                    Collections.singletonMap(1, 1),
                    Collections.nCopies(1, 1),
                    Collections.unmodifiableList(new ArrayList<>()),
                    Collections.unmodifiableList(new java.util.LinkedList<>()),
                    Collections.unmodifiableCollection(new ArrayList<>()),
                    Collections.unmodifiableSet(new HashSet<>()),
                    Collections.unmodifiableSortedSet(new TreeSet<>()),
                    Collections.unmodifiableNavigableSet(new TreeSet<>()),
                    Collections.unmodifiableMap(new HashMap<>()),
                    Collections.unmodifiableSortedMap(new TreeMap<>()),
                    Collections.unmodifiableNavigableMap(new TreeMap<>()))
            .map(Object::getClass)
            .distinct()
            .toList());

    /**
     * One object that was met twice.
     *
     * @param first the number of the value in which it was met first
     * @param second the number of the value in which it was met again
     */
    record Twice(Object object, int first, int second) {}

    private final Map<Long, Twice> twice = new LinkedHashMap<>();
    private Object[] objects = new Object[FIRST_CAPACITY];
    private int[] values = new int[FIRST_CAPACITY];
    private int size;
    private int value;
    private int left;

    /** What is met from now on is in the value of that number, and there is an end to it after so many objects. */
    void enter(int number, int most) {
        value = number;
        left = most;
    }

    /** What was met twice, one object for each pair of values. */
    List<Twice> twice() {
        return List.copyOf(twice.values());
    }

    @Override
    public boolean see(ArtifactCodec<?> codec, Object object) {
        if (codec.isChangeable() && !isFrozen(object)) {
            if (--left < 0) {
                throw Enough.ENOUGH;
            }
            meet(object);
        }
        return !codec.holdsChangeable();
    }

    private static boolean isFrozen(Object object) {
        Class<?> type = object.getClass();
        return FROZEN.contains(type) || type.isArray() && Array.getLength(object) == 0;
    }

    private void meet(Object object) {
        int slot = slot(object);
        if (objects[slot] == null) {
            objects[slot] = object;
            values[slot] = value;
            if (++size * 2 > objects.length) {
                grow();
            }
        } else {
            int first = values[slot];
            twice.putIfAbsent((long) first << 32 | value, new Twice(object, first, value));
        }
    }

    private int slot(Object object) {
        int mask = objects.length - 1;
        int hash = System.identityHashCode(object) * 0x9E3779B9;
        int slot = hash >>> 7 & mask;
        while (objects[slot] != null && objects[slot] != object) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        Object[] smaller = objects;
        int[] smallerValues = values;
        objects = new Object[smaller.length * 2];
        values = Arrays.copyOf(values, objects.length);
        for (int i = 0; i < smaller.length; i++) {
            if (smaller[i] != null) {
                int slot = slot(smaller[i]);
                objects[slot] = smaller[i];
                values[slot] = smallerValues[i];
            }
        }
    }
}
