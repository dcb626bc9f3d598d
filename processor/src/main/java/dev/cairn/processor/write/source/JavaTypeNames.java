package dev.cairn.processor.write.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of the model as JavaPoet has them, which imports them or, where that would be ambiguous, spells them out. */
public final class JavaTypeNames {
    private static final List<TypeName> PRIMITIVES = List.of(
            TypeName.BOOLEAN,
            TypeName.BYTE,
            TypeName.SHORT,
            TypeName.INT,
            TypeName.LONG,
            TypeName.CHAR,
            TypeName.FLOAT,
            TypeName.DOUBLE);

    private JavaTypeNames() {}

    /** A class, without type arguments. */
    public static ClassName of(ClassRef type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /**
     * A type.
     *
     * @throws IllegalArgumentException if any part of it could not be resolved
     */
    public static TypeName of(JavaType type) {
        if (type instanceof JavaType.Primitive primitive) {
            return primitive(primitive.keyword());
        } else if (type instanceof JavaType.Declared declared) {
            return declared(declared);
        } else if (type instanceof JavaType.Array array) {
            return ArrayTypeName.of(of(array.component()));
        } else if (type instanceof JavaType.Wildcard wildcard) {
            return wildcard(wildcard.keyword(), wildcard.bound());
        }
        throw new IllegalArgumentException("`" + type + "` could not be resolved");
    }

    /** A type as the argument of a generic one. */
    public static TypeName boxed(JavaType type) {
        TypeName name = of(type);
        return name.isPrimitive() ? name.box() : name;
    }

    /** Whether no part of a type failed to be resolved. */
    public static boolean isResolved(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            return declared.arguments().stream().allMatch(JavaTypeNames::isResolved);
        } else if (type instanceof JavaType.Array array) {
            return isResolved(array.component());
        } else if (type instanceof JavaType.Wildcard wildcard) {
            return wildcard.bound() == null || isResolved(wildcard.bound());
        }
        return type instanceof JavaType.Primitive;
    }

    /** Whether the compiler can check no cast from {@link Object} to a type, so that it warns. */
    public static boolean isUnchecked(JavaType type) {
        if (type instanceof JavaType.Array array) {
            return isUnchecked(array.component());
        }
        return type instanceof JavaType.Declared declared
                && declared.arguments().stream()
                        .anyMatch(argument -> !(argument instanceof JavaType.Wildcard any) || any.bound() != null);
    }

    private static TypeName primitive(String keyword) {
        return PRIMITIVES.stream()
                .filter(name -> name.toString().equals(keyword))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + keyword + "` is not a primitive type"));
    }

    private static TypeName declared(JavaType.Declared declared) {
        ClassName raw = of(declared.name());
        return declared.arguments().isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw,
                        declared.arguments().stream().map(JavaTypeNames::of).toArray(TypeName[]::new));
    }

    private static TypeName wildcard(String keyword, @Nullable JavaType bound) {
        if (bound == null) {
            return WildcardTypeName.subtypeOf(ClassName.OBJECT);
        }
        return keyword.equals("super")
                ? WildcardTypeName.supertypeOf(of(bound))
                : WildcardTypeName.subtypeOf(of(bound));
    }
}
