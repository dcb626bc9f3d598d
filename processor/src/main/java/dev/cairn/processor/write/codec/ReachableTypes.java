package dev.cairn.processor.write.codec;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named types that a flow stores. If an {@code Object} is among what it stores, these are all of which the flow has
 * a definition.
 *
 * @param definitions what they are made of, each after those that it is made of where that can be
 * @param any {@code Object}, if it is stored
 */
record ReachableTypes(List<StoredDefinition> definitions, Optional<StoredType> any) {
    /** What a flow stores as artifacts or elements. */
    static ReachableTypes of(FlowModel flow, Collection<StoredType> stored) {
        Map<JavaType.Declared, StoredDefinition> definitions = new LinkedHashMap<>();
        flow.definitions().forEach(definition -> definitions.put(definition.type(), definition));
        List<StoredType> references =
                new ArrayList<>(stored.stream().flatMap(StoredTypes::references).toList());
        List<StoredDefinition> reachable = DefinitionOrder.of(references, definitions);
        reachable.forEach(definition -> references.addAll(StoredTypes.references(definition)));
        Optional<StoredType> any =
                references.stream().filter(StoredType.Any.class::isInstance).findFirst();
        if (any.isPresent()) {
            definitions.keySet().forEach(type -> references.add(new StoredType.Named(type)));
            reachable = DefinitionOrder.of(references, definitions);
        }
        return new ReachableTypes(reachable, any);
    }

    /** The types of which an {@code Object} can be: those of which the class of a value tells all. */
    List<StoredType> anyOf() {
        return definitions.stream()
                .filter(definition -> !(definition instanceof StoredDefinition.Sealed))
                .map(StoredDefinition::type)
                .filter(type -> type.arguments().stream().allMatch(ReachableTypes::isObject))
                .<StoredType>map(StoredType.Named::new)
                .toList();
    }

    private static boolean isObject(JavaType type) {
        return type instanceof JavaType.Declared declared
                && declared.name().canonicalName().equals("java.lang.Object");
    }
}
