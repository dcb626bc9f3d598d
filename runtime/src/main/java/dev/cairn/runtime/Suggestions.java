package dev.cairn.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what a user may have meant. */
public final class Suggestions {
    private Suggestions() {}

    /**
     * {@code " Did you mean `name`?"} with the candidate closest to {@code name}, or the empty string if none is close: at
     * most a third of the letters, and one at least, may differ.
     */
    public static String didYouMean(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> " Did you mean `" + candidate + "`?")
                .orElse("");
    }

    /** The Levenshtein distance, letter case aside. */
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(
                        Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + replaced);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
