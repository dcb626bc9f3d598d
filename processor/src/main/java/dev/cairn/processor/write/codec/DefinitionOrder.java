package dev.cairn.processor.write.codec;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Orders definitions so that each comes after those that it is made of. In a recursion, where that cannot be, sealed
 * types come after the structs: these can do with a codec that is made later, but a sealed type needs those of its
 * subtypes at once.
 *
 * <p>Finds the strongly connected components with the algorithm of Tarjan (<i>Depth-first search and linear graph
 * algorithms</i>, 1972), which gives them in this very order.
 */
final class DefinitionOrder {
    private final Map<JavaType.Declared, StoredDefinition> definitions;
    private final Map<JavaType.Declared, Integer> indices = new HashMap<>();
    private final Map<JavaType.Declared, Integer> lowest = new HashMap<>();
    private final Deque<JavaType.Declared> open = new ArrayDeque<>();
    private final Set<JavaType.Declared> closed = new HashSet<>();
    private final List<StoredDefinition> ordered = new ArrayList<>();

    private DefinitionOrder(Map<JavaType.Declared, StoredDefinition> definitions) {
        this.definitions = definitions;
    }

    /** The definitions of the named types in {@code roots} and of all that they are made of, in order. */
    static List<StoredDefinition> of(List<StoredType> roots, Map<JavaType.Declared, StoredDefinition> definitions) {
        DefinitionOrder order = new DefinitionOrder(definitions);
        for (StoredType root : roots) {
            if (root instanceof StoredType.Named named) {
                order.visitOnce(named.type());
            }
        }
        return order.ordered;
    }

    private void visitOnce(JavaType.Declared type) {
        if (!indices.containsKey(type)) {
            visit(type);
        }
    }

    private void visit(JavaType.Declared type) {
        indices.put(type, indices.size());
        lowest.put(type, indices.get(type));
        open.push(type);
        for (StoredType reference : StoredTypes.references(Objects.requireNonNull(definitions.get(type)))) {
            if (reference instanceof StoredType.Named named) {
                visitOnce(named.type());
                if (!closed.contains(named.type())) {
                    lowest.merge(type, lowest.get(named.type()), Math::min);
                }
            }
        }
        if (lowest.get(type).equals(indices.get(type))) {
            close(type);
        }
    }

    private void close(JavaType.Declared root) {
        List<JavaType.Declared> component = new ArrayList<>();
        JavaType.Declared type;
        do {
            type = open.pop();
            component.add(type);
            closed.add(type);
        } while (!type.equals(root));
        component.sort(Comparator.comparing(indices::get));
        component.stream()
                .map(definitions::get)
                .sorted(Comparator.comparing(StoredDefinition.Sealed.class::isInstance)) // false first, else as before
                .forEach(ordered::add);
    }
}
