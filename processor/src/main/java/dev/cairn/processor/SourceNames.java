package dev.cairn.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The names of the top-level classes whose source the compilation has, of all rounds so far. Not for several threads. */
final class SourceNames {
    private final Set<String> names = new HashSet<>();

    /** Adds what a round brought. */
    void add(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type) {
                names.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Whether a class, or the one around it, is among them. */
    boolean contain(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return names.contains(outermost.getQualifiedName().toString());
    }
}
