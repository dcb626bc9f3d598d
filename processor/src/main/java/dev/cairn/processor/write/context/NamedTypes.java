package dev.cairn.processor.write.context;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.Set;
import java.util.TreeSet;

/** Collects with which words the names of the types begin that generated codecs name. */
final class NamedTypes {
    private final Set<String> words = new TreeSet<>();

    private NamedTypes() {}

    /** The names of top-level classes, and those of packages up to the first dot, which stand before a class that is spelled out. */
    static Set<String> first(FlowModel flow) {
        NamedTypes types = new NamedTypes();
        types.add(flow.flowClass());
        for (ArtifactModel artifact : flow.artifacts()) {
            types.add(artifact.type());
            types.add(artifact.stored());
        }
        flow.definitions().forEach(types::add);
        return types.words;
    }

    private void add(StoredDefinition definition) {
        add(definition.type());
        if (definition instanceof StoredDefinition.Struct struct) {
            for (StoredDefinition.Field field : struct.fields()) {
                add(field.type());
                add(field.stored());
            }
        } else if (definition instanceof StoredDefinition.Annotated annotated) {
            add(annotated.stored());
        }
    }

    private void add(StoredType stored) {
        if (stored instanceof StoredType.Custom custom) {
            add(custom.codec());
        } else if (stored instanceof StoredType.Opaque opaque) {
            opaque.allowed().forEach(this::add);
        } else if (stored instanceof StoredType.Converted converted) {
            add(converted.codec());
            add(converted.form().type());
            add(converted.form());
        } else if (stored instanceof StoredType.Container container) {
            container.arguments().forEach(this::add);
        } else if (stored instanceof StoredType.Entry entry) {
            add(entry.key());
            add(entry.value());
        } else if (stored instanceof StoredType.ReferenceArray array) {
            add(array.component());
        }
    }

    private void add(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            add(declared.name());
            declared.arguments().forEach(this::add);
        } else if (type instanceof JavaType.Array array) {
            add(array.component());
        } else if (type instanceof JavaType.Wildcard wildcard && wildcard.bound() != null) {
            add(wildcard.bound());
        }
    }

    private void add(ClassRef type) {
        words.add(type.simpleNames().get(0));
        words.add(type.packageName().replaceFirst("\\..*", ""));
        words.remove("");
    }
}
