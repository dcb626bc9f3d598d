package dev.cairn.codec.union;

import dev.cairn.codec.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that names the type of the object that it describes, as JSON must where a sealed type is expected. */
final class TypedMapping {
    static final String KEY = "@type";

    private TypedMapping() {}

    static @Nullable String type(Tree.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> isType(entry) && entry.value() instanceof Tree.Scalar)
                .map(entry -> ((Tree.Scalar) entry.value()).value().toString())
                .findFirst()
                .orElse(null);
    }

    static Tree.Mapping withoutType(Tree.Mapping mapping) {
        List<Tree.Entry> others =
                mapping.entries().stream().filter(entry -> !isType(entry)).toList();
        return new Tree.Mapping(mapping.type(), others);
    }

    private static boolean isType(Tree.Entry entry) {
        return entry.key() instanceof Tree.Scalar key && key.value().equals(KEY);
    }
}
