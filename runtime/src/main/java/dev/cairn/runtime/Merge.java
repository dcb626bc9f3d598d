package dev.cairn.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which artifacts {@code mergeInto} merges. Immutable.
 *
 * @param <N> the generated enum of the flow's artifacts
 */
public final class Merge<N extends Enum<N>> {
    private enum Mode {
        ALL,
        ONLY,
        EXCEPT
    }

    private final Mode mode;
    private final Set<String> names;

    private Merge(Mode mode, List<N> names) {
        this.mode = mode;
        Set<String> set = new LinkedHashSet<>();
        names.forEach(name -> set.add(name.toString()));
        this.names = java.util.Collections.unmodifiableSet(set);
    }

    /** Every artifact that any branch has. */
    public static <N extends Enum<N>> Merge<N> all() {
        return new Merge<>(Mode.ALL, List.of());
    }

    /** These artifacts, each of which has to exist in one branch at least or to be set in the join. */
    @SafeVarargs
    public static <N extends Enum<N>> Merge<N> only(N... names) {
        return new Merge<>(Mode.ONLY, List.of(names));
    }

    /** Every artifact but these. */
    @SafeVarargs
    public static <N extends Enum<N>> Merge<N> except(N... names) {
        return new Merge<>(Mode.EXCEPT, List.of(names));
    }

    /** Whether {@code artifact} is to be merged. */
    public boolean selects(String artifact) {
        return switch (mode) {
            case ALL -> true;
            case ONLY -> names.contains(artifact);
            case EXCEPT -> !names.contains(artifact);
        };
    }

    /** The names that have to be there. */
    public Set<String> required() {
        return mode == Mode.ONLY ? names : Set.of();
    }
}
