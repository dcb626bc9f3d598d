package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.FIELD_VALUES;
import static dev.cairn.processor.write.codec.CodecClasses.INPUT;
import static dev.cairn.processor.write.codec.CodecClasses.KRYO;
import static dev.cairn.processor.write.codec.CodecClasses.OUTPUT;
import static dev.cairn.processor.write.codec.CodecClasses.STRUCT_CODEC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.SchemaName;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the codec of a record or class. */
final class StructCodecWriter {
    private final Struct struct;
    private final String name;
    private final TypeName type;
    private final FieldCodecs fields;
    private final StructMembers members;

    private StructCodecWriter(Struct struct, String name, FieldCodecs fields) {
        this.struct = struct;
        this.name = name;
        this.type = JavaTypeNames.of(struct.type());
        this.fields = fields;
        this.members = new StructMembers(struct, fields.names());
    }

    /** The nested class of this name. */
    static TypeSpec write(Struct struct, String name, FieldCodecs fields) {
        return new StructCodecWriter(struct, name, fields).write();
    }

    private TypeSpec write() {
        TypeSpec.Builder codec = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(STRUCT_CODEC, type))
                .addFields(fields.constants())
                .addFields(members.constants())
                .addMethod(constructor());
        if (struct.changeable()) {
            codec.addMethod(isChangeable());
        }
        codec.addMethod(writeFields()).addMethod(readFields()).addMethod(create());
        members.construct().ifPresent(codec::addMethod);
        return codec.build();
    }

    private MethodSpec constructor() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("super($L, $S", CodecExpressions.literal(struct.type()), SchemaName.of(struct.type()));
        if (!struct.formerNames().isEmpty()) {
            code.add(", $T.of($L)", List.class, strings(struct.formerNames()));
        }
        code.add("$>$>");
        struct.fields().forEach(field -> code.add(",\n$L", declaration(field)));
        return MethodSpec.constructorBuilder()
                .addCode(code.add(");\n$<$<").build())
                .build();
    }

    private CodeBlock declaration(Field field) {
        CodeBlock.Builder declaration = CodeBlock.builder().add("field($S, $L)", field.name(), fields.codec(field));
        if (!field.formerNames().isEmpty()) {
            declaration.add(".formerNames($L)", strings(field.formerNames()));
        }
        field.fallback()
                .ifPresent(fallback -> declaration.add(
                        ".withDefault($L)",
                        strings(fallback.text().map(List::of).orElse(List.of()))));
        return declaration.build();
    }

    /** String literals, separated by commas. */
    static CodeBlock strings(List<String> texts) {
        return CodeBlock.join(
                texts.stream().map(text -> CodeBlock.of("$S", text)).toList(), ", ");
    }

    private static MethodSpec isChangeable() {
        return method("isChangeable")
                .returns(boolean.class)
                .addStatement("return true")
                .build();
    }

    private MethodSpec writeFields() {
        MethodSpec.Builder method = method("writeFields")
                .addParameter(KRYO, "kryo")
                .addParameter(OUTPUT, "output")
                .addParameter(type, "value");
        if (members.readsUnchecked()) {
            method.addAnnotation(SuppressedWarnings.of(List.of("unchecked")).orElseThrow());
        }
        method.addCode(InstanceWriter.requireRoom(struct, members));
        for (Field field : struct.fields()) {
            method.addStatement(fields.write(field, members.read(field, CodeBlock.of("value"))));
        }
        return method.build();
    }

    private MethodSpec readFields() {
        return method("readFields")
                .addParameter(KRYO, "kryo")
                .addParameter(INPUT, "input")
                .returns(type)
                .addCode(InstanceWriter.readFields(struct, members, fields))
                .build();
    }

    private MethodSpec create() {
        return method("create")
                .addParameter(FIELD_VALUES, "values")
                .returns(type)
                .addCode(InstanceWriter.create(struct, members))
                .build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
