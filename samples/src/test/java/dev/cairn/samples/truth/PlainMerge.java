package dev.cairn.samples.truth;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plain join merges. Immutable.
 *
 * @param names the artifacts that it names
 * @param only whether it takes these, rather than all others
 */
public record PlainMerge(Set<String> names, boolean only) {
    static final PlainMerge ALL = except();

    /** These. */
    public static PlainMerge only(Enum<?>... names) {
        return new PlainMerge(names(names), true);
    }

    /** All but these. */
    public static PlainMerge except(Enum<?>... names) {
        return new PlainMerge(names(names), false);
    }

    private static Set<String> names(Enum<?>... names) {
        return Stream.of(names)
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    boolean selects(String artifact) {
        return names.contains(artifact) == only;
    }
}
