package dev.cairn.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two artifact values are the same: as {@code equals}, but arrays are compared by content, also inside lists, sets,
 * maps and optionals.
 */
final class ValueEquality {
    private ValueEquality() {}

    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        } else if (one.getClass().isArray() && one.getClass() == other.getClass()) {
            return equalArrays(one, other);
        } else if (one instanceof List<?> left && other instanceof List<?> right) {
            return equalSequences(left, right);
        } else if (one instanceof Set<?> left && other instanceof Set<?> right) {
            return left.equals(right) || equalSets(left, right);
        } else if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return equalMaps(left, right);
        } else if (one instanceof Map.Entry<?, ?> left && other instanceof Map.Entry<?, ?> right) {
            return equal(left.getKey(), right.getKey()) && equal(left.getValue(), right.getValue());
        } else if (one instanceof Optional<?> left && other instanceof Optional<?> right) {
            return equal(left.orElse(null), right.orElse(null));
        }
        return one.equals(other);
    }

    private static boolean equalArrays(Object one, Object other) {
        if (one instanceof Object[] left && other instanceof Object[] right) {
            return equalSequences(Arrays.asList(left), Arrays.asList(right));
        }
        return Objects.deepEquals(one, other);
    }

    private static boolean equalSequences(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> right = other.iterator();
        for (Object left : one) {
            if (!equal(left, right.next())) {
                return false;
            }
        }
        return true;
    }

    /** For sets whose elements hold arrays, which {@code Set.equals} takes to differ. */
    private static boolean equalSets(Set<?> one, Set<?> other) {
        List<Object> unmatched = new ArrayList<>(other);
        return one.size() == other.size() && one.stream().allMatch(left -> removeEqual(unmatched, left));
    }

    private static boolean removeEqual(List<Object> elements, @Nullable Object element) {
        for (Iterator<Object> iterator = elements.iterator(); iterator.hasNext(); ) {
            if (equal(element, iterator.next())) {
                iterator.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean equalMaps(Map<?, ?> one, Map<?, ?> other) {
        return one.size() == other.size()
                && one.entrySet().stream()
                        .allMatch(entry -> other.containsKey(entry.getKey())
                                && equal(entry.getValue(), other.get(entry.getKey())));
    }
}
