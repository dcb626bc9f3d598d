package dev.cairn.processor.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/** An unchangeable list whose elements have names, by which they are found without looking through it. */
final class Indexed<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> elements;
    private final Map<String, T> byName;

    private Indexed(List<T> elements, Map<String, T> byName) {
        this.elements = elements;
        this.byName = byName;
    }

    static <T> Indexed<T> of(List<T> elements, Function<T, String> name) {
        List<T> copy = List.copyOf(elements);
        Map<String, T> byName = new HashMap<>();
        copy.forEach(element -> byName.putIfAbsent(name.apply(element), element));
        return new Indexed<>(copy, byName);
    }

    /** The element of a name; the first, should there be several. */
    Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
