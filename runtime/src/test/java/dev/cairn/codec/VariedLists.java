package dev.cairn.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lists of the same elements, of different classes and histories. */
final class VariedLists {
    private VariedLists() {}

    /** A list of these elements. */
    static <E> List<E> of(List<E> elements, Random order) {
        return switch (order.nextInt(9)) {
            case 0 -> new ArrayList<>(elements);
            case 1 -> new LinkedList<>(elements);
            case 2 -> new Vector<>(elements);
            case 3 -> new CopyOnWriteArrayList<>(elements);
            case 4 -> Collections.unmodifiableList(new ArrayList<>(elements));
            case 5 -> elements.stream().toList();
            case 6 -> elements.contains(null) ? Collections.synchronizedList(elements) : List.copyOf(elements);
            case 7 -> Arrays.asList(elements.toArray(copy(elements)));
            default -> {
                List<E> longer = new ArrayList<>(100);
                longer.addAll(elements);
                longer.addAll(elements);
                yield longer.subList(elements.size(), longer.size());
            }
        };
    }

    @SuppressWarnings("unchecked") // an array that only a list of these elements sees
    private static <E> E[] copy(List<E> elements) {
        return (E[]) new Object[elements.size()];
    }
}
