package dev.cairn.samples.truth;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A line of a step's body, the same for the flow and for the plain class.
 *
 * @param text Java; {@code «a»} marks that {@code a} has been assigned, for the plain class to note
 * @param reads what it depends on: artifacts and items
 * @param writes what it assigns or changes
 */
record Line(String text, Set<String> reads, Set<String> writes) {
    static Line reading(String text, String... names) {
        return new Line(text, new HashSet<>(Arrays.asList(names)), Set.of());
    }

    static Line of(String text) {
        return new Line(text, Set.of(), Set.of());
    }

    /** Whether a loop needs it to end. */
    boolean counts() {
        return text.contains("turns");
    }
}
