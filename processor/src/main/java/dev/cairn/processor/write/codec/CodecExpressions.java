package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.CODECS;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The expressions for codecs. It knows which constants the generated class has initialised where an expression will
 * stand: to the others a recursive type refers lazily.
 */
final class CodecExpressions {
    private final ClassName codecs;
    private final Map<StoredType, CodeBlock> constants = new HashMap<>();
    private final Set<StoredType> initialised = new HashSet<>();

    /**
     * Expressions of a class.
     *
     * @param codecs the generated class
     */
    CodecExpressions(ClassName codecs) {
        this.codecs = codecs;
    }

    /** Says which constant stores a named type, or {@code Object}. */
    void declare(StoredType type, CodeBlock constant) {
        constants.put(type, constant);
    }

    /** Says that from here on the constant of a type is initialised. */
    void initialised(StoredType type) {
        initialised.add(type);
    }

    /** Whether the codec of a type is a constant that can be used from here on. */
    boolean isConstant(StoredType type) {
        return type instanceof StoredType.BuiltIn || initialised.contains(type);
    }

    /** The codec of a type. */
    CodeBlock of(StoredType type) {
        if (type instanceof StoredType.BuiltIn builtIn) {
            return CodeBlock.of("$T.$L", JavaTypeNames.of(builtIn.owner()), builtIn.constant());
        } else if (type instanceof StoredType.Named || type instanceof StoredType.Any) {
            return reference(type);
        } else if (type instanceof StoredType.Container container) {
            return call(
                    container.factory(),
                    container.arguments().stream().map(this::of).toList());
        } else if (type instanceof StoredType.Entry entry) {
            return call("entry", List.of(of(entry.key()), of(entry.value())));
        } else if (type instanceof StoredType.ReferenceArray array) {
            return call("array", List.of(literal(component(array.type())), of(array.component())));
        } else if (type instanceof StoredType.Converted converted) {
            CodeBlock codec = CodeBlock.of("new $T()", JavaTypeNames.of(converted.codec()));
            return call("converter", List.of(codec, of(converted.form())));
        } else if (type instanceof StoredType.Custom custom) {
            return call("custom", List.of(CodeBlock.of("new $T()", JavaTypeNames.of(custom.codec()))));
        } else if (type instanceof StoredType.Opaque opaque) {
            return opaque(opaque);
        }
        throw new IllegalArgumentException("`" + type.type() + "` cannot be stored");
    }

    /** The class of a type as an expression; that of a generic class has no type arguments. */
    static CodeBlock literal(JavaType type) {
        return CodeBlock.of("$T.class", erased(type));
    }

    private CodeBlock reference(StoredType type) {
        return initialised.contains(type)
                ? Objects.requireNonNull(constants.get(type))
                : CodeBlock.of("$T.lazy(() -> $L)", CODECS, constants.get(type));
    }

    private CodeBlock opaque(StoredType.Opaque opaque) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(literal(opaque.type()));
        if (!opaque.allowedNames().isEmpty()) {
            CodeBlock names = StructCodecWriter.strings(opaque.allowedNames());
            arguments.add(CodeBlock.of("$T.class", codecs));
            arguments.add(CodeBlock.of("$T.of($L)", List.class, names));
        }
        opaque.allowed().forEach(allowed -> arguments.add(CodeBlock.of("$T.class", JavaTypeNames.of(allowed))));
        return call("opaque", arguments);
    }

    private static CodeBlock call(String factory, List<CodeBlock> arguments) {
        return CodeBlock.of("$T.$L($L)", CODECS, factory, CodeBlock.join(arguments, ", "));
    }

    private static JavaType component(JavaType array) {
        return ((JavaType.Array) array).component();
    }

    private static TypeName erased(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            return JavaTypeNames.of(declared.name());
        } else if (type instanceof JavaType.Array array) {
            return ArrayTypeName.of(erased(array.component()));
        }
        return JavaTypeNames.of(type);
    }
}
