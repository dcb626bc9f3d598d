package dev.cairn.samples.truth;

import java.lang.reflect.Array;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements over which a foreach on plain objects goes. */
final class PlainItems {
    private PlainItems() {}

    /** What a foreach over a value hands out, in order. */
    static List<Object> elements(@Nullable Object value) {
        List<Object> elements = new ArrayList<>();
        if (value instanceof Integer count) {
            for (int i = 0; i < count; i++) {
                elements.add(i);
            }
        } else if (value instanceof Collection<?> collection) {
            elements.addAll(collection);
        } else if (value instanceof Map<?, ?> map) {
            elements.addAll(map.entrySet());
        } else {
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
        }
        return elements;
    }

    /** The elements of the foreaches around, for the object of another branch. */
    static Map<String, Object> copy(Map<String, Object> items, Copier copier) {
        Map<String, Object> copies = new HashMap<>();
        items.forEach((over, item) -> copies.put(
                over,
                item instanceof Map.Entry<?, ?> entry
                        ? new SimpleEntry<>(entry.getKey(), copier.copy(entry.getValue()))
                        : copier.copy(item)));
        return copies;
    }
}
