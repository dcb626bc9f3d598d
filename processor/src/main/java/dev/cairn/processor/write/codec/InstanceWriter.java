package dev.cairn.processor.write.codec;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the statements that make an instance of a record or class from the values of its fields. */
final class InstanceWriter {
    private final Struct struct;
    private final NameAllocator locals = new NameAllocator();

    private InstanceWriter(Struct struct, String... parameters) {
        this.struct = struct;
        for (String parameter : parameters) {
            locals.newName(parameter);
        }
    }

    /** Reads the fields in their order, in variables where the constructor has another. */
    static CodeBlock readFields(Struct struct, FieldCodecs codecs) {
        return new InstanceWriter(struct, "kryo", "input").readFields(codecs);
    }

    private CodeBlock readFields(FieldCodecs codecs) {
        List<String> order = struct.fields().stream().map(Field::name).toList();
        if (order.subList(0, struct.constructor().size()).equals(struct.constructor())) {
            return build(
                    codecs::read,
                    (field, instance, set) ->
                            CodeBlock.builder().addStatement(set).build());
        }
        CodeBlock.Builder code = CodeBlock.builder();
        for (Field field : struct.fields()) {
            String local = locals.newName(field.name(), field);
            code.addStatement("$T $N = $L", JavaTypeNames.of(field.type()), local, codecs.read(field));
        }
        return code.add(build(
                        field -> CodeBlock.of("$N", locals.get(field)),
                        (field, instance, set) ->
                                CodeBlock.builder().addStatement(set).build()))
                .build();
    }

    /**
     * Takes the fields from {@code values}; one that is missing and has a setter keeps what the constructor gave it.
     */
    static CodeBlock create(Struct struct) {
        return new InstanceWriter(struct, "values").create();
    }

    private CodeBlock create() {
        return build(this::valueOf, this::setIfPresent);
    }

    /** A field that is missing stays what the constructor made it, which is not to be a zero that nobody wrote. */
    private CodeBlock setIfPresent(Field field, String instance, CodeBlock set) {
        int index = struct.fields().indexOf(field);
        CodeBlock read = CodeBlock.of(
                field.read().isMethod() ? "$N.$N()" : "$N.$N",
                instance,
                field.read().name());
        CodeBlock.Builder code = CodeBlock.builder();
        if (isOptional(field.type())) {
            return code.beginControlFlow("if (values.has($L) || $L == null)", index, read)
                    .addStatement(set)
                    .endControlFlow()
                    .build();
        }
        code.beginControlFlow("if (values.has($L))", index).addStatement(set);
        if (field.type() instanceof JavaType.Primitive) {
            code.nextControlFlow("else").addStatement("values.kept($L, $L)", index, read);
        }
        return code.endControlFlow().build();
    }

    private static boolean isOptional(JavaType type) {
        return type instanceof JavaType.Declared declared
                && declared.name().canonicalName().startsWith("java.util.Optional");
    }

    private CodeBlock valueOf(Field field) {
        int index = struct.fields().indexOf(field);
        return field.type() instanceof JavaType.Primitive primitive
                ? CodeBlock.of("values.$LAt($L)", primitive.keyword(), index)
                : CodeBlock.of("values.<$T>at($L)", JavaTypeNames.of(field.type()), index);
    }

    /** How a field that the constructor does not take is set. */
    private interface Setting {
        CodeBlock of(Field field, String instance, CodeBlock set);
    }

    private CodeBlock build(Function<Field, CodeBlock> value, Setting setting) {
        Map<String, Field> fields =
                struct.fields().stream().collect(Collectors.toMap(Field::name, Function.identity()));
        List<CodeBlock> arguments = new ArrayList<>();
        struct.constructor().forEach(name -> arguments.add(value.apply(Objects.requireNonNull(fields.get(name)))));
        TypeName type = JavaTypeNames.of(struct.type());
        String created = "new $T" + (struct.type().arguments().isEmpty() ? "" : "<>");
        CodeBlock constructor =
                CodeBlock.of(created, JavaTypeNames.of(struct.type().name()));
        CodeBlock.Builder code = CodeBlock.builder();
        if (arguments.size() == struct.fields().size()) {
            CodeBlock head = CodeBlock.of("return $L", constructor);
            return code.addStatement(Wrapped.call(head, arguments)).build();
        }
        String instance = locals.newName(instanceName());
        CodeBlock head = CodeBlock.of("$T $N = $L", type, instance, constructor);
        code.addStatement(Wrapped.call(head, arguments));
        for (Field field : struct.fields()) {
            field.write()
                    .ifPresent(
                            member -> code.add(setting.of(field, instance, set(instance, member, value.apply(field)))));
        }
        return code.addStatement("return $N", instance).build();
    }

    private static CodeBlock set(String instance, Member member, CodeBlock value) {
        return CodeBlock.of(member.isMethod() ? "$N.$N($L)" : "$N.$N = $L", instance, member.name(), value);
    }

    private String instanceName() {
        String name = struct.type().name().simpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
