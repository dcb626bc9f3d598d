package dev.cairn.codec.guava;

import com.google.common.collect.Ordering;
import dev.cairn.codec.UnsupportedValueException;
import java.util.Comparator;

/** The only order of sorted types that can be stored. */
final class NaturalOrder {
    private NaturalOrder() {}

    /** The comparator that Guava's types have where none is given. */
    @SuppressWarnings("unchecked") // what was sorted can be compared
    static <E> Comparator<E> comparator() {
        return (Comparator<E>) (Comparator<?>) Ordering.natural();
    }

    /** Refuses orders that are code. */
    static void require(Comparator<?> comparator, Class<?> type) {
        if (comparator != Ordering.natural() && comparator != Comparator.naturalOrder()) {
            throw new UnsupportedValueException(
                    (type.getSimpleName().startsWith("I") ? "an " : "a ") + type.getSimpleName()
                            + " with a comparator cannot be stored, because the comparator is code; sort by the natural order");
        }
    }
}
