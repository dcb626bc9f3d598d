package dev.cairn.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A constant that stores the values of a declared type. The codec is of the same type, but for wildcards in the place of which
 * it has their bounds; it then is cast, which is sound because it writes what it is given and reads what fits the wildcard.
 */
record CodecConstant(String name, JavaType declared, StoredType stored) {
    /** Whether the codec has to be cast. */
    static boolean isCast(JavaType declared, StoredType stored) {
        return !JavaTypeNames.boxed(declared).equals(JavaTypeNames.boxed(stored.type()));
    }

    /** The static final field. */
    FieldSpec toField(CodecExpressions codecs, Modifier... modifiers) {
        List<Modifier> all = new ArrayList<>(Arrays.asList(modifiers));
        all.addAll(List.of(Modifier.STATIC, Modifier.FINAL));
        ParameterizedTypeName type = CodecClasses.codecOf(declared);
        FieldSpec.Builder field = FieldSpec.builder(type, name, all.toArray(Modifier[]::new));
        CodeBlock codec = codecs.of(stored);
        if (!isCast(declared, stored)) {
            return field.initializer(codec).build();
        }
        return field.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "unchecked")
                        .build())
                .initializer("($T) ($T<?>) $L", type, CodecClasses.ARTIFACT_CODEC, codec)
                .build();
    }
}
