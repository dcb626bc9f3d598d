package dev.cairn.codec;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of Cairn's own types in schemas. A user's type of such a name is written in quotes. */
final class SchemaKeywords {
    /** Types with parts, and how many; any number where it is null. */
    private static final Map<String, Integer> OTHER_PARAMETRIC =
            Map.of("array", 1, "optional", 1, "entry", 2, "any", -1);

    private static final Set<String> SCALARS = Set.copyOf(Scalars.names());

    private static final Set<String> ALL = all();

    private SchemaKeywords() {}

    private static Set<String> all() {
        Set<String> all = new HashSet<>(SCALARS);
        all.addAll(CollectionTypes.names());
        all.addAll(MapType.names());
        all.addAll(OTHER_PARAMETRIC.keySet());
        return all;
    }

    static boolean contains(String name) {
        return ALL.contains(name);
    }

    static boolean isScalar(String name) {
        return SCALARS.contains(name);
    }

    /** Whether a type of that name may have so many parts. */
    static boolean takes(String name, int arguments) {
        @Nullable
        Integer expected = CollectionTypes.names().contains(name)
                ? Integer.valueOf(1)
                : MapType.names().contains(name) ? Integer.valueOf(2) : OTHER_PARAMETRIC.get(name);
        return expected != null && (expected < 0 || expected == arguments);
    }
}
