package dev.cairn.processor;

import dev.cairn.processor.model.ClassRef;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the flows of a compilation for which classes of the same names would be generated: {@code Outer.Flow} and {@code
 * Outer_Flow}, or two whose names differ in case only.
 */
final class Namesakes {
    private final Map<String, ClassRef> flows = new HashMap<>();

    /** Another flow, told of before, whose generated classes have the names of those of this one. */
    Optional<ClassRef> of(ClassRef flow) {
        String name = flow.packageName() + "." + String.join("_", flow.simpleNames());
        ClassRef first = flows.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> flow);
        return first.equals(flow) ? Optional.empty() : Optional.of(first);
    }
}
