package dev.cairn.runtime;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Selects the artifacts that {@code mergeInto} merges. Immutable.
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
    private final Set<String> required;

    private Merge(Mode mode, Set<String> names, Set<String> required) {
        this.mode = mode;
        this.names = names;
        this.required = required;
    }

    private static Set<String> strings(Enum<?>[] names) {
        Set<String> strings = new LinkedHashSet<>();
        for (Enum<?> name : names) {
            strings.add(name.toString());
        }
        return Collections.unmodifiableSet(strings);
    }

    /**
     * Every artifact that any branch has.
     *
     * @param <N> the generated enum of the flow's artifacts
     * @return a selection that requires none of them
     */
    public static <N extends Enum<N>> Merge<N> all() {
        return new Merge<>(Mode.ALL, Set.of(), Set.of());
    }

    /**
     * Only these artifacts. Each must exist in at least one branch, or be set in the join.
     *
     * @param <N> the generated enum of the flow's artifacts
     * @param names the artifacts to merge
     * @return a selection that requires all of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <N extends Enum<N>> Merge<N> only(N... names) {
        Set<String> strings = strings(names);
        return new Merge<>(Mode.ONLY, strings, strings);
    }

    /**
     * Every artifact except these.
     *
     * @param <N> the generated enum of the flow's artifacts
     * @param names the artifacts to leave out
     * @return a selection that requires none of the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <N extends Enum<N>> Merge<N> except(N... names) {
        return new Merge<>(Mode.EXCEPT, strings(names), Set.of());
    }

    /**
     * {@return whether {@code artifact} is selected}
     *
     * @param artifact the name of an artifact
     */
    public boolean selects(String artifact) {
        return switch (mode) {
            case ALL -> true;
            case ONLY -> names.contains(artifact);
            case EXCEPT -> !names.contains(artifact);
        };
    }

    /** {@return the names of the artifacts that must exist} */
    public Set<String> required() {
        return required;
    }

    /** {@return this selection without the requirement that artifacts must exist}. For joins without inputs in tests. */
    public Merge<N> optional() {
        return new Merge<>(mode, names, Set.of());
    }
}
