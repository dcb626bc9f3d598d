package dev.cairn.samples.truth;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Copies objects with all that they are made of; what was one object before is one object after. Used by one thread, for one branch. */
final class Copier {
    private final Map<Object, Object> copies = new IdentityHashMap<>();

    @SuppressWarnings("unchecked")
    <T> @Nullable T copy(@Nullable T value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        Object known = copies.get(value);
        return (T) (known != null ? known : copyAnew(value));
    }

    private Object copyAnew(Object value) {
        if (value instanceof Collection<?> collection) {
            Collection<Object> copy = remember(value, emptyLike(collection));
            collection.forEach(element -> copy.add(copy(element)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = remember(value, emptyLike(map));
            map.forEach((key, element) -> copy.put(copy(key), copy(element)));
            return copy;
        } else if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            Object copy = remember(value, Array.newInstance(value.getClass().getComponentType(), length));
            for (int i = 0; i < length; i++) {
                Array.set(copy, i, copy(Array.get(value, i)));
            }
            return copy;
        }
        return value.getClass().isRecord() ? copyRecord(value) : copyObject(value);
    }

    private <T> T remember(Object original, T copy) {
        copies.put(original, copy);
        return copy;
    }

    private static Collection<Object> emptyLike(Collection<?> collection) {
        if (collection instanceof Set<?>) {
            return collection instanceof SortedSet
                    ? new TreeSet<>()
                    : collection instanceof LinkedHashSet ? new LinkedHashSet<>() : new HashSet<>();
        }
        return collection instanceof LinkedList ? new LinkedList<>() : new ArrayList<>();
    }

    private static Map<Object, Object> emptyLike(Map<?, ?> map) {
        return map instanceof SortedMap
                ? new TreeMap<>()
                : map instanceof LinkedHashMap ? new LinkedHashMap<>() : new HashMap<>();
    }

    private Object copyRecord(Object value) {
        List<Object> parts = new ArrayList<>();
        Content.fields(value.getClass()).forEach(field -> parts.add(copy(Content.get(field, value))));
        try {
            Constructor<?> constructor = value.getClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return remember(value, constructor.newInstance(parts.toArray()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object copyObject(Object value) {
        Object copy = remember(value, create(value.getClass()));
        for (Field field : Content.fields(value.getClass())) {
            Content.set(field, copy, copy(Content.get(field, value)));
        }
        return copy;
    }

    static <T> T create(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
