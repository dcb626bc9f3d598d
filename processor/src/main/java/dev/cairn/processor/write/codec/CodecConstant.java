package dev.cairn.processor.write.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import dev.cairn.processor.write.source.Wrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A constant that stores the values of a declared type. The codec is of the same type, but for wildcards in the place
 * of which it has their bounds; it then is cast, which is sound because it writes what it is given and reads what fits
 * the wildcard.
 */
record CodecConstant(String name, JavaType declared, StoredType stored) {
    private static final String RETYPED = "retyped";

    /** Whether the codec has to be cast. */
    static boolean isCast(JavaType declared, StoredType stored) {
        return !JavaTypeNames.boxed(declared).equals(JavaTypeNames.boxed(stored.type()));
    }

    /** The static final field. */
    FieldSpec toField(CodecExpressions codecs, Modifier... access) {
        List<Modifier> modifiers = new ArrayList<>(Arrays.asList(access));
        modifiers.addAll(List.of(Modifier.STATIC, Modifier.FINAL));
        CodeBlock codec = codecs.of(stored);
        return toField(
                CodecClasses.codecOf(declared),
                name,
                isCast(declared, stored) ? CodeBlock.of("$N($L)", RETYPED, codec) : codec,
                modifiers.toArray(Modifier[]::new));
    }

    /** A field with its initialiser. */
    static FieldSpec toField(TypeName type, String name, CodeBlock initializer, Modifier... modifiers) {
        return FieldSpec.builder(type, name, modifiers)
                .initializer(Wrapped.initializer(initializer))
                .build();
    }

    /** The method that casts codecs, for a class in which there is such a constant; none of {@code types} is hidden in it. */
    static MethodSpec retyped(Set<String> types) {
        String name = "T";
        while (types.contains(name)) {
            name += "_";
        }
        TypeVariableName variable = TypeVariableName.get(name);
        return MethodSpec.methodBuilder(RETYPED)
                .addJavadoc(
                        "The codec of a type with wildcards, cast from that of their bounds: it writes every value, and reads only what fits.")
                .addAnnotation(SuppressedWarnings.of(List.of("unchecked")).orElseThrow())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(variable)
                .returns(ParameterizedTypeName.get(CodecClasses.ARTIFACT_CODEC, variable))
                .addParameter(
                        ParameterizedTypeName.get(
                                CodecClasses.ARTIFACT_CODEC, WildcardTypeName.subtypeOf(ClassName.OBJECT)),
                        "codec")
                .addStatement("return ($T<$T>) codec", CodecClasses.ARTIFACT_CODEC, variable)
                .build();
    }
}
