package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.PRIMITIVE_FORMAT;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.source.FreshNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The codecs of a struct's fields. A codec that is neither built in nor a constant of the generated class becomes a
 * constant of the struct's codec.
 */
final class FieldCodecs {
    private final CodecExpressions expressions;
    private final Map<String, String> constants = new HashMap<>();
    private final Struct struct;
    private final NameAllocator own;

    /**
     * Takes the expressions as they are where the codec of the struct is made; {@code names} are those not to be
     * hidden.
     */
    FieldCodecs(Struct struct, CodecExpressions expressions, NameAllocator names) {
        this.struct = struct;
        this.expressions = expressions;
        this.own = names.clone();
        for (Field field : struct.fields()) {
            if (!expressions.isConstant(field.stored()) || isCast(field)) {
                constants.put(field.name(), FreshNames.take(own, GeneratedNames.constant(field.name())));
            }
        }
    }

    /** The names taken so far, for other constants of the struct's codec. */
    NameAllocator names() {
        return own;
    }

    /** The constants. */
    List<FieldSpec> constants() {
        List<FieldSpec> fields = new ArrayList<>();
        for (Field field : struct.fields()) {
            String constant = constants.get(field.name());
            if (constant != null) {
                fields.add(new CodecConstant(constant, field.type(), field.stored())
                        .toField(expressions, Modifier.PRIVATE));
            }
        }
        return fields;
    }

    /** The codec of a field. */
    CodeBlock codec(Field field) {
        String constant = constants.get(field.name());
        return constant == null ? expressions.of(field.stored()) : CodeBlock.of("$N", constant);
    }

    /** Writes the value of a field. */
    CodeBlock write(Field field, CodeBlock value) {
        return isPrimitive(field)
                ? CodeBlock.of("$T.write$L(output, $L)", PRIMITIVE_FORMAT, primitiveName(field), value)
                : CodeBlock.of("$L.write(kryo, output, $L)", codec(field), value);
    }

    /** Reads the value of a field. */
    CodeBlock read(Field field) {
        return isPrimitive(field)
                ? CodeBlock.of("$T.read$L(input)", PRIMITIVE_FORMAT, primitiveName(field))
                : CodeBlock.of("$L.read(kryo, input)", codec(field));
    }

    /** {@code Int} of {@code int}, as in the names of methods. */
    static String primitiveName(Field field) {
        return GeneratedNames.capitalised(((JavaType.Primitive) field.type()).keyword());
    }

    private static boolean isPrimitive(Field field) {
        return field.stored() instanceof StoredType.BuiltIn && field.type() instanceof JavaType.Primitive;
    }

    /** Whether the declared type of a field has wildcards. */
    static boolean isCast(Field field) {
        return CodecConstant.isCast(field.type(), field.stored());
    }
}
