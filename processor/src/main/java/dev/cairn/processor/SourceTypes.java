package dev.cairn.processor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The classes of a round, numbered in the order of the source, so that what is told of them is in that order: top-level classes as
 * the compiler lists them, which for Eclipse is an order of its own, and the classes in them as they stand. Lives no longer than the
 * round.
 */
final class SourceTypes {
    private final Map<TypeElement, Integer> numbers = new LinkedHashMap<>();

    /**
     * The classes of a round.
     *
     * @param waiting classes of earlier rounds, which come first
     */
    SourceTypes(Collection<TypeElement> waiting, Set<? extends Element> roots) {
        waiting.forEach(this::add);
        ElementFilter.typesIn(roots).forEach(this::addWithNested);
    }

    private void addWithNested(TypeElement type) {
        add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::addWithNested);
    }

    private void add(TypeElement type) {
        numbers.putIfAbsent(type, numbers.size());
    }

    /** All of them, in order. */
    Set<TypeElement> all() {
        return numbers.keySet();
    }

    /** How many stand before a class; of one that is not among them, all. */
    int number(TypeElement type) {
        return numbers.getOrDefault(type, numbers.size());
    }
}
