package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which types have a text from which a value can be read: those whose codecs say what a value is made of, unless the class
 * of a part shows only in the value itself.
 */
final class ReadableTypes {
    private final Map<JavaType, StoredDefinition> definitions = new HashMap<>();

    ReadableTypes(List<StoredDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.type(), definition));
    }

    /** The first type, of {@code type} and what it is made of, that cannot be read; one that cannot be stored counts as readable. */
    Optional<JavaType> obstacle(StoredType type) {
        Set<StoredType> visited = new HashSet<>(List.of(type));
        Deque<StoredType> open = new ArrayDeque<>(visited);
        while (!open.isEmpty()) {
            StoredType part = open.removeFirst();
            if (isOpaque(part)) {
                return Optional.of(part.type());
            }
            parts(part).stream().filter(visited::add).forEach(open::addLast);
        }
        return Optional.empty();
    }

    private boolean isOpaque(StoredType type) {
        return type instanceof StoredType.Any
                || type instanceof StoredType.Custom
                || type instanceof StoredType.Opaque
                || definitions.get(type.type()) instanceof StoredDefinition.Sealed;
    }

    private List<StoredType> parts(StoredType type) {
        if (type instanceof StoredType.Container container) {
            return container.arguments();
        } else if (type instanceof StoredType.Entry entry) {
            return List.of(entry.key(), entry.value());
        } else if (type instanceof StoredType.ReferenceArray array) {
            return List.of(array.component());
        } else if (type instanceof StoredType.Converted converted) {
            return List.of(converted.form());
        } else if (definitions.get(type.type()) instanceof StoredDefinition.Struct struct) {
            return struct.fields().stream().map(StoredDefinition.Field::stored).toList();
        }
        return List.of();
    }
}
