package dev.cairn.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The names of the top-level classes that a compilation has in its sources. Those of the class path are left out on purpose: in
 * an incremental build they are what was generated before.
 */
final class Neighbours {
    private final Map<String, Set<String>> names = new HashMap<>();

    /** Adds classes that were there before anything was generated. */
    void add(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type && type.getEnclosingElement() instanceof PackageElement owner) {
                names.computeIfAbsent(owner.getQualifiedName().toString(), name -> new TreeSet<>())
                        .add(type.getSimpleName().toString());
            }
        }
    }

    /** The simple names of the classes in a package. */
    Set<String> in(String packageName) {
        return names.getOrDefault(packageName, Set.of());
    }
}
