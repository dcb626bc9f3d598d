package dev.cairn.codec.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of Cairn's own types in schemas. A user's type with such a name is written in quotes. There is a codec for each of these
 * types.
 */
public final class SchemaKeywords {
    /** Types that have a box. */
    public static final Set<String> PRIMITIVES = Set.of("bool", "i8", "i16", "char", "i32", "i64", "f32", "f64");

    /** Other types without parts. */
    public static final Set<String> VALUES = Set.of(
            ("string bigdecimal biginteger uuid uri path file locale currency charset date bitset optionalint optionallong"
                            + " optionaldouble instant duration period localdate localtime localdatetime offsettime"
                            + " offsetdatetime zoneddatetime year yearmonth monthday zoneid zoneoffset random")
                    .split(" "));

    /** Those that were no keywords before the format was fixed. */
    static final Set<String> LATER = Set.of("random");

    /** Types with one part, that of their elements. */
    public static final Set<String> COLLECTIONS =
            Set.of("collection", "set", "list", "hashset", "linkedhashset", "treeset", "enumset");

    /** Types with two parts, those of their keys and values. */
    public static final Set<String> MAPS = Set.of("map", "hashmap", "linkedhashmap", "treemap", "enummap");

    /** Types with parts, and how many; any number where it is negative. */
    private static final Map<String, Integer> PARTS = parts();

    private SchemaKeywords() {}

    private static Map<String, Integer> parts() {
        Map<String, Integer> parts = new HashMap<>(Map.of("array", 1, "optional", 1, "entry", 2, "any", -1));
        COLLECTIONS.forEach(name -> parts.put(name, 1));
        MAPS.forEach(name -> parts.put(name, 2));
        return parts;
    }

    static boolean contains(String name) {
        return isScalar(name) || PARTS.containsKey(name);
    }

    static boolean isScalar(String name) {
        return PRIMITIVES.contains(name) || VALUES.contains(name);
    }

    /** Whether a type with this name may have this number of parts. */
    static boolean takes(String name, int arguments) {
        Integer expected = PARTS.get(name);
        return expected != null && (expected < 0 || expected == arguments);
    }
}
