package dev.cairn.codec.schema;

import java.util.HashMap;
import java.util.Map;

/**
 * How deep sealed types are in other sealed types. In Java none is its own subtype; in a stored schema it may be, and whoever followed
 * the subtypes would not come to an end. For one schema.
 */
final class SealedNesting {
    private static final int MAX_DEPTH = 100;

    private final Map<String, Definition> definitions;
    private final Map<String, Integer> heights = new HashMap<>();

    private SealedNesting(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /** Whether none of the types is nested deeper than that, or in itself. */
    static boolean isFinite(Map<String, Definition> definitions) {
        SealedNesting nesting = new SealedNesting(definitions);
        return definitions.keySet().stream().allMatch(name -> nesting.height(name, 0) <= MAX_DEPTH);
    }

    /** How many sealed types are in each other below a type, which is on the given level; more than the limit stands for any more. */
    private int height(String name, int level) {
        if (!(definitions.get(name) instanceof Definition.Sealed sealed)) {
            return -1;
        }
        Integer known = heights.get(name);
        if (known != null) {
            return known;
        } else if (level > MAX_DEPTH) {
            return MAX_DEPTH + 1;
        }
        int height = 0;
        for (String subtype : sealed.permitted()) {
            height = Math.max(height, 1 + height(subtype, level + 1));
            if (height > MAX_DEPTH) {
                break; // each type above is too high, too
            }
        }
        heights.put(name, height);
        return height;
    }
}
