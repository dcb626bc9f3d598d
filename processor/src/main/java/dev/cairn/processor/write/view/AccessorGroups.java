package dev.cairn.processor.write.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Arranges sets of artifacts in a tree, such that each set is within the largest one that it contains. Along a branch
 * sets only grow, hence the artifacts that are written out are about as many as the assignments in the source:
 * artifacts and steps do not multiply.
 */
final class AccessorGroups {
    private final Map<String, AccessorGroup> scopes = new HashMap<>();

    private AccessorGroups() {}

    /** The scopes of these sets, by what has them; of equal sets, and of equally large parents, the first counts. */
    static AccessorGroups of(Map<String, BitSet> sets) {
        AccessorGroups result = new AccessorGroups();
        Map<BitSet, String> first = new HashMap<>();
        List<BitSet> distinct = new ArrayList<>();
        sets.forEach((name, set) -> {
            if (first.putIfAbsent(set, name) == null) {
                distinct.add(set);
            }
        });
        distinct.sort(Comparator.comparingInt(BitSet::cardinality)); // stable: parents first, else in the order given
        Map<BitSet, AccessorGroup> bySet = new HashMap<>();
        List<AccessorGroup> smaller = new ArrayList<>();
        for (BitSet set : distinct) {
            AccessorGroup scope = new AccessorGroup(Objects.requireNonNull(first.get(set)), set, parent(set, smaller));
            smaller.add(scope);
            bySet.put(set, scope);
        }
        sets.forEach((name, set) -> {
            AccessorGroup scope = Objects.requireNonNull(bySet.get(set));
            scope.addHeir();
            result.scopes.put(name, scope);
        });
        return result;
    }

    /** How many accessors are written for all scopes. */
    int accessors() {
        return scopes.values().stream()
                .distinct()
                .mapToInt(scope -> scope.own().cardinality())
                .sum();
    }

    /** The scope of a step or join. */
    AccessorGroup of(String name) {
        return Objects.requireNonNull(scopes.get(name), name);
    }

    private static Optional<AccessorGroup> parent(BitSet set, List<AccessorGroup> smaller) {
        Optional<AccessorGroup> largest = Optional.empty();
        for (AccessorGroup candidate : smaller) {
            boolean larger = largest.isEmpty()
                    || candidate.all().cardinality() > largest.get().all().cardinality();
            if (larger && contains(set, candidate.all())) {
                largest = Optional.of(candidate);
            }
        }
        return largest;
    }

    private static boolean contains(BitSet set, BitSet subset) {
        BitSet missing = (BitSet) subset.clone();
        missing.andNot(set);
        return missing.isEmpty();
    }
}
