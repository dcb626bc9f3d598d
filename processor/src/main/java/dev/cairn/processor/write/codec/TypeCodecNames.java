package dev.cairn.processor.write.codec;

import com.palantir.javapoet.NameAllocator;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.source.FreshNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of the codecs of named types: {@code ConfigCodec}, and {@code CONFIG_CODEC} for the constant. */
final class TypeCodecNames {
    /** Classes that generated code names; a nested class of that name would hide them. */
    private static final List<String> USED = List.of(
            "ArtifactCodec",
            "NamedCodec",
            "StructCodec",
            "Codecs",
            "FieldValues",
            "FinalFields",
            "PrivateMembers",
            "VarHandle",
            "MethodHandle",
            "MethodHandles",
            "PrimitiveFormat",
            "Kryo",
            "Input",
            "Output",
            "List");

    private static final String ANY = "Object";

    private final NameAllocator constants;
    private final NameAllocator classes = new NameAllocator();
    private final NameAllocator typeConstants = new NameAllocator();

    /** Avoids the constants of artifacts. */
    TypeCodecNames(CodecNames names) {
        constants = names.copy();
        names.types().forEach(type -> FreshNames.take(typeConstants, type));
        USED.forEach(used -> FreshNames.take(classes, used));
    }

    /** Finds names for types. Of those that have one simple name, each is called with the classes around it. */
    void addAll(List<StoredDefinition> definitions) {
        List<JavaType.Declared> types =
                definitions.stream().map(StoredDefinition::type).toList();
        Map<String, Long> uses = types.stream()
                .collect(Collectors.groupingBy(type -> base(type, ClassRef::simpleName), Collectors.counting()));
        for (JavaType.Declared type : types) {
            String simple = base(type, ClassRef::simpleName);
            add(type, Objects.requireNonNull(uses.get(simple)) == 1 ? simple : base(type, TypeCodecNames::nestedName));
        }
    }

    private void add(JavaType.Declared type, String base) {
        String name = classes.newName(base + "Codec", type);
        FreshNames.take(typeConstants, constants.newName(GeneratedNames.constant(name), type));
    }

    /** Finds a name for {@code Object}. */
    void addAny() {
        FreshNames.take(typeConstants, constants.newName("ANY_CODEC", ANY));
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

    private static String base(JavaType type, Function<ClassRef, String> naming) {
        if (type instanceof JavaType.Declared declared) {
            String name = naming.apply(declared.name());
            return declared.arguments().isEmpty() ? name : name + "Of" + arguments(declared, naming);
        } else if (type instanceof JavaType.Array array) {
            return base(array.component(), naming) + "Array";
        }
        return type instanceof JavaType.Wildcard wildcard
                ? wildcard.bound() == null ? "Any" : base(wildcard.bound(), naming)
                : GeneratedNames.capitalised(type.toString());
    }

    private static String arguments(JavaType.Declared type, Function<ClassRef, String> naming) {
        return type.arguments().stream().map(argument -> base(argument, naming)).collect(Collectors.joining());
    }

    private static String nestedName(ClassRef type) {
        return String.join("", type.simpleNames());
    }
}
