package dev.cairn.processor.write;

import com.palantir.javapoet.NameAllocator;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** The names of the codecs of named types: {@code ConfigCodec}, and {@code CONFIG_CODEC} for the constant. */
final class TypeCodecNames {
    /** Classes that generated code names; a nested class of that name would hide them. */
    private static final List<String> USED = List.of(
            "ArtifactCodec", "StructCodec", "Codecs", "FieldValues", "PrimitiveFormat", "Kryo", "Input", "Output", "List");

    private static final String ANY = "Object";

    private final NameAllocator constants;
    private final NameAllocator classes = new NameAllocator();
    private final NameAllocator typeConstants = new NameAllocator();

    /** Avoids the constants of artifacts. */
    TypeCodecNames(CodecNames names) {
        constants = names.copy();
        USED.forEach(classes::newName);
    }

    /** Finds names for a type. */
    void add(StoredDefinition definition) {
        String name = classes.newName(base(definition.type()) + "Codec", definition.type());
        typeConstants.newName(constants.newName(CodecNames.upperSnake(name), definition.type()));
    }

    /** Finds a name for {@code Object}. */
    void addAny() {
        typeConstants.newName(constants.newName("ANY_CODEC", ANY));
    }

    /** The nested class. */
    String className(JavaType.Declared type) {
        return classes.get(type);
    }

    /** The constant. */
    String constant(JavaType.Declared type) {
        return constants.get(type);
    }

    /** The constant for {@code Object}. */
    String any() {
        return constants.get(ANY);
    }

    /** The constants of types only, which a nested class must not hide. */
    NameAllocator typeConstants() {
        return typeConstants;
    }

    private static String base(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            String name = String.join("", declared.name().simpleNames());
            return declared.arguments().isEmpty()
                    ? name
                    : name + declared.arguments().stream().map(TypeCodecNames::base).collect(Collectors.joining("", "Of", ""));
        } else if (type instanceof JavaType.Array array) {
            return base(array.component()) + "Array";
        }
        return GeneratedNames.capitalised(type.toString());
    }
}
