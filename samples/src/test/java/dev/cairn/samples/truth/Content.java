package dev.cairn.samples.truth;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text that is equal if and only if their contents are: what they are made of, their kind, and the order where that has one. */
final class Content {
    private Content() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof CharSequence) {
            return '"' + value.toString() + '"';
        } else if (value instanceof Set<?> set) {
            return kind(set instanceof SortedSet, set instanceof LinkedHashSet) + parts(set, isOrdered(set));
        } else if (value instanceof Collection<?> list) {
            return parts(list, true);
        } else if (value instanceof Map<?, ?> map) {
            boolean sorted = map instanceof SortedMap;
            boolean linked = map instanceof LinkedHashMap;
            return kind(sorted, linked) + parts(map.entrySet(), sorted || linked);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            return of(entry.getKey()) + "=" + of(entry.getValue());
        } else if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return "array" + parts(elements, true);
        }
        return value.getClass().getSimpleName()
                + fields(value.getClass()).stream()
                        .map(field -> field.getName() + "=" + of(get(field, value)))
                        .collect(Collectors.toList());
    }

    private static boolean isOrdered(Set<?> set) {
        return set instanceof SortedSet || set instanceof LinkedHashSet;
    }

    private static String kind(boolean sorted, boolean linked) {
        return sorted ? "sorted" : linked ? "linked" : "hashed";
    }

    private static String parts(Collection<?> parts, boolean ordered) {
        var texts = parts.stream().map(Content::of);
        return (ordered ? texts : texts.sorted()).collect(Collectors.toList()).toString();
    }

    /** The instance fields of a class. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }

    static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Field field, Object of, @Nullable Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
