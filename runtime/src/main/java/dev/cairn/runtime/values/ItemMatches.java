package dev.cairn.runtime.values;

import dev.cairn.datastore.Address;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which elements of a list were in another list before. Two elements are the same if their schemas and their encoded bytes are; of those
 * that are in a list several times, the first is the first, the second is the second, and so on. Immutable.
 */
public final class ItemMatches {
    private static final int NONE = -1;

    private final int[] before; // for each element, where it was

    private ItemMatches(int[] before) {
        this.before = before;
    }

    /**
     * {@return matches of elements none of which was there before}
     *
     * @param count the number of elements
     */
    public static ItemMatches none(int count) {
        int[] before = new int[count];
        Arrays.fill(before, NONE);
        return new ItemMatches(before);
    }

    /**
     * {@return the matches of the elements of {@code now} that were among those of {@code before}, at any position}
     *
     * @param before the elements of the list as it was
     * @param now the elements of the list as it is
     */
    public static ItemMatches anywhere(ItemIndex before, ItemIndex now) {
        if (before.isRange() || now.isRange()) {
            return inPlace(before, now); // a number is its position
        }
        Map<Address, Integer> first = new HashMap<>();
        int[] next = new int[before.count()];
        for (int i = before.count() - 1; i >= 0; i--) {
            Integer later = first.put(address(before, i), i);
            next[i] = later == null ? NONE : later;
        }
        ItemMatches matches = none(now.count());
        for (int i = 0; i < now.count(); i++) {
            Address address = address(now, i);
            Integer match = first.get(address);
            if (match != null) {
                matches.before[i] = match;
                if (next[match] == NONE) {
                    first.remove(address);
                } else {
                    first.put(address, next[match]);
                }
            }
        }
        return matches;
    }

    /**
     * {@return the matches of the elements of {@code now} that were at the same position among those of {@code before}}
     *
     * @param before the elements of the list as it was
     * @param now the elements of the list as it is
     */
    public static ItemMatches inPlace(ItemIndex before, ItemIndex now) {
        ItemMatches matches = none(now.count());
        for (int i = 0; i < Math.min(before.count(), now.count()); i++) {
            boolean same = before.isRange() || now.isRange()
                    ? before.isRange() == now.isRange()
                    : address(before, i).equals(address(now, i));
            matches.before[i] = same ? i : NONE;
        }
        return matches;
    }

    private static Address address(ItemIndex index, int element) {
        return Address.ofContent(index.encoded(element));
    }

    /** {@return the number of elements of the list as it is} */
    public int count() {
        return before.length;
    }

    /**
     * {@return whether an element was there before}
     *
     * @param index the position of the element now, from 0
     */
    public boolean isMatched(int index) {
        return before[index] != NONE;
    }

    /**
     * {@return the position of an element before, from 0}
     *
     * @param index the position of the element now, from 0
     * @throws IllegalArgumentException if it was not there
     */
    public int before(int index) {
        if (!isMatched(index)) {
            throw new IllegalArgumentException("element " + index + " was not there before");
        }
        return before[index];
    }
}
