package dev.cairn.processor.lock;

import java.util.List;

/** The changes of numeric types under which no value changes, as {@code dev.cairn.codec.value.NumericWidening} has them. */
final class Widening {
    private static final List<String> INTEGERS = List.of("byte", "short", "int", "long");

    private Widening() {}

    /** Whether values of a type, or primitive arrays of it, can be read as another. */
    static boolean isPossible(String from, String to) {
        if (from.endsWith("[]") || to.endsWith("[]")) {
            return from.endsWith("[]") && to.endsWith("[]") && isWider(component(from), component(to));
        }
        return isWider(TypeNames.unboxed(from), TypeNames.unboxed(to));
    }

    private static String component(String array) {
        return array.substring(0, array.length() - "[]".length());
    }

    private static boolean isWider(String from, String to) {
        int place = INTEGERS.indexOf(from);
        return from.equals(to)
                || place >= 0 && place < INTEGERS.indexOf(to)
                || to.equals("double") && (from.equals("float") || place >= 0 && !from.equals("long"));
    }
}
