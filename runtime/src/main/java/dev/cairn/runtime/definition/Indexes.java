package dev.cairn.runtime.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the elements of a list stand, by name. */
final class Indexes {
    private Indexes() {}

    static <E> Map<String, Integer> of(List<E> elements, Function<E, String> name) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            indexes.put(name.apply(elements.get(i)), i);
        }
        return Collections.unmodifiableMap(indexes);
    }
}
