package dev.cairn.runtime.definition;

import java.util.Set;

/** The names of Java's primitive types. */
final class PrimitiveTypes {
    private static final Set<String> NAMES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double");

    private PrimitiveTypes() {}

    static boolean contains(String type) {
        return NAMES.contains(type);
    }
}
