package dev.cairn.processor.rule.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for messages. */
public final class Text {
    private Text() {}

    /** A name as it is written in messages. */
    public static String quoted(String name) {
        return "`" + name + "`";
    }

    /** Names as a list in a sentence: {@code `a`, `b` and `c`}. */
    public static String quoted(List<String> names) {
        List<String> quoted = new ArrayList<>(names.stream().map(Text::quoted).toList());
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String last = quoted.remove(quoted.size() - 1);
        return String.join(", ", quoted) + " and " + last;
    }

    /** What to add to a fix where a name was meant that exists, and the empty string where none is alike. */
    public static String didYouMean(String name, List<String> known) {
        return similar(name, known)
                .map(found -> " Did you mean " + quoted(found) + "?")
                .orElse("");
    }

    /**
     * The name that was meant: one that differs in case only, or in at most one of three letters, counting two that changed
     * places as one. Of names equally near the first is taken.
     */
    static Optional<String> similar(String name, List<String> known) {
        int nearest = name.length() / 3 + 1;
        String found = null;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < nearest && !candidate.equals(name)) {
                nearest = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(one, other, distance, i, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int step(String one, String other, int[][] distance, int i, int j) {
        int replaced = distance[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int nearest = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(nearest, 1 + distance[i - 2][j - 2]) : nearest;
    }
}
