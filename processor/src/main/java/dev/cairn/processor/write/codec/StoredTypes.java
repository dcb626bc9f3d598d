package dev.cairn.processor.write.codec;

import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What stored types mention. */
final class StoredTypes {
    private StoredTypes() {}

    /** The named types in an expression, and, if there is one, {@link StoredType.Any}. */
    static Stream<StoredType> references(StoredType stored) {
        if (stored instanceof StoredType.Named || stored instanceof StoredType.Any) {
            return Stream.of(stored);
        } else if (stored instanceof StoredType.Container container) {
            return container.arguments().stream().flatMap(StoredTypes::references);
        } else if (stored instanceof StoredType.Entry entry) {
            return Stream.of(entry.key(), entry.value()).flatMap(StoredTypes::references);
        } else if (stored instanceof StoredType.ReferenceArray array) {
            return references(array.component());
        } else if (stored instanceof StoredType.Converted converted) {
            return references(converted.form());
        }
        return Stream.empty();
    }

    /** The named types, and {@link StoredType.Any}, that a definition refers to, each once. */
    static Set<StoredType> references(StoredDefinition definition) {
        Set<StoredType> references = new LinkedHashSet<>();
        parts(definition).forEach(part -> references(part).forEach(references::add));
        return references;
    }

    private static Stream<StoredType> parts(StoredDefinition definition) {
        if (definition instanceof StoredDefinition.Struct struct) {
            return struct.fields().stream().map(StoredDefinition.Field::stored);
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            return sealed.subtypes().stream();
        }
        return Stream.empty();
    }
}
