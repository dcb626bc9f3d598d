package dev.cairn.runtime.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what a user may have meant. */
public final class Suggestions {
    private Suggestions() {}

    /**
     * {@code " Did you mean `name`?"} with the candidate closest to {@code name}, or the empty string if none is close: at
     * most a third of the letters, and one at least, may differ.
     *
     * @param name what the user wrote
     * @param candidates what exists, in any order
     * @return text to append to a message, with a space in front
     */
    public static String didYouMean(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> " Did you mean `" + candidate + "`?")
                .orElse("");
    }

    /**
     * How many letters have to be added, removed, replaced or swapped with their neighbour: the optimal string alignment
     * distance. Letter case does not count.
     */
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[][] distances = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                distances[row][column] =
                        row == 0 || column == 0 ? row + column : distance(left, right, row, column, distances);
            }
        }
        return distances[left.length()][right.length()];
    }

    private static int distance(String left, String right, int row, int column, int[][] shorter) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int distance = Math.min(
                Math.min(shorter[row - 1][column], shorter[row][column - 1]) + 1,
                shorter[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(distance, shorter[row - 2][column - 2] + 1) : distance;
    }
}
