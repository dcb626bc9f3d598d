package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which values can be changed in place, by their declared types. What a converter stores is like its stored form. Of what a codec
 * with its own bytes stores it is not known, and so it counts as what cannot. Immutable.
 */
final class ChangeableTypes {
    private static final Set<String> JDK = Set.of("DATE", "BIT_SET", "RANDOM");

    private final Map<JavaType, StoredDefinition> definitions = new HashMap<>();

    ChangeableTypes(FlowModel flow) {
        flow.definitions().forEach(definition -> definitions.put(definition.type(), definition));
    }

    /** Whether values of a type can be changed, or what they hold. */
    boolean is(StoredType type) {
        return is(type, new HashSet<>());
    }

    /** Whether what a collection, map or array holds can be changed. */
    boolean isHeldIn(StoredType type) {
        return held(type).stream().anyMatch(this::is);
    }

    /** Whether what collections have in common can be changed: their elements, of maps the values. */
    boolean isElementOf(StoredType type) {
        List<StoredType> held = held(type);
        return type instanceof StoredType.Any || !held.isEmpty() && is(held.get(held.size() - 1));
    }

    /** Whether values of a type hold others that can be asked for, and be seen through a view. */
    static boolean isCollection(ArtifactModel artifact) {
        return artifact.stored() instanceof StoredType.Container
                || artifact.stored() instanceof StoredType.ReferenceArray
                || artifact.stored() instanceof StoredType.Any
                || artifact.type() instanceof JavaType.Array;
    }

    private static List<StoredType> held(StoredType type) {
        if (type instanceof StoredType.Container container) {
            return container.arguments();
        }
        return type instanceof StoredType.ReferenceArray array ? List.of(array.component()) : List.of();
    }

    private boolean is(StoredType type, Set<JavaType> open) {
        if (type instanceof StoredType.BuiltIn builtIn) {
            return JDK.contains(builtIn.constant()) || builtIn.type() instanceof JavaType.Array;
        } else if (type instanceof StoredType.Container container) {
            return !container.factory().equals("optional")
                    || container.arguments().stream().anyMatch(argument -> is(argument, open));
        } else if (type instanceof StoredType.Entry entry) {
            return is(entry.key(), open) || is(entry.value(), open);
        } else if (type instanceof StoredType.Converted converted) {
            return is(converted.form(), open);
        } else if (type instanceof StoredType.Named named) {
            return open.add(named.type())
                    && Optional.ofNullable(definitions.get(named.type()))
                            .filter(definition -> is(definition, open))
                            .isPresent();
        }
        return type instanceof StoredType.ReferenceArray || type instanceof StoredType.Any;
    }

    private boolean is(StoredDefinition definition, Set<JavaType> open) {
        if (definition instanceof StoredDefinition.Struct struct) {
            return struct.changeable() || struct.fields().stream().anyMatch(field -> is(field.stored(), open));
        }
        return definition instanceof StoredDefinition.Sealed sealed
                && sealed.subtypes().stream().anyMatch(subtype -> is(subtype, open));
    }
}
