package dev.cairn.processor.write.codec;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Manner;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.write.source.FreshNames;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.Wrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the statements that make an instance of a record or class from the values of its fields. */
final class InstanceWriter {
    private final Struct struct;
    private final StructMembers members;
    private final NameAllocator locals = new NameAllocator();

    private InstanceWriter(Struct struct, StructMembers members, String... parameters) {
        this.struct = struct;
        this.members = members;
        for (String parameter : parameters) {
            FreshNames.take(locals, parameter);
        }
    }

    /** Reads the fields in their order, in variables where the constructor has another. */
    static CodeBlock readFields(Struct struct, StructMembers members, FieldCodecs codecs) {
        return new InstanceWriter(struct, members, "kryo", "input").readFields(codecs);
    }

    private CodeBlock readFields(FieldCodecs codecs) {
        List<String> order = struct.fields().stream().map(Field::name).toList();
        List<String> constructor = struct.constructor().fields();
        if (order.subList(0, constructor.size()).equals(constructor)) {
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
    static CodeBlock create(Struct struct, StructMembers members) {
        return new InstanceWriter(struct, members, "values").create();
    }

    /**
     * Compares the final fields that are filled when they are read with those of a new instance, of {@code value} in {@code
     * writeFields}; nothing where there are none.
     */
    static CodeBlock requireRoom(Struct struct, StructMembers members) {
        return new InstanceWriter(struct, members, "kryo", "output", "value").requireRoom();
    }

    private CodeBlock requireRoom() {
        List<Field> filled = struct.fields().stream()
                .filter(field -> field.write()
                        .filter(write -> write.manner() == Manner.FILL)
                        .isPresent())
                .toList();
        CodeBlock.Builder code = CodeBlock.builder();
        if (filled.isEmpty()) {
            return code.build();
        }
        CodeBlock value = CodeBlock.of("value");
        String made = FreshNames.take(locals, "made");
        CodeBlock head = CodeBlock.of("$T $N = $L", JavaTypeNames.of(struct.type()), made, members.creation());
        code.addStatement(Wrapped.call(head, arguments(field -> members.read(field, value))));
        for (Field field : filled) {
            code.addStatement(
                    "$T.requireRoom($S, $L, $L)",
                    CodecClasses.FINAL_FIELDS,
                    field.name(),
                    members.content(field, CodeBlock.of("$N", made)),
                    members.content(field, value));
        }
        return code.build();
    }

    private CodeBlock create() {
        return build(this::valueOf, this::setIfPresent);
    }

    /** A field that is missing stays what the constructor made it, which is not to be a zero that nobody wrote. */
    private CodeBlock setIfPresent(Field field, String instance, CodeBlock set) {
        int index = struct.fields().indexOf(field);
        CodeBlock read = members.read(field, CodeBlock.of("$N", instance));
        CodeBlock.Builder code = CodeBlock.builder();
        if (isOptional(field.type()) && isSet(field)) {
            return code.beginControlFlow("if (values.has($L) || $L == null)", index, read)
                    .addStatement(set)
                    .endControlFlow()
                    .build();
        }
        code.beginControlFlow("if (values.has($L))", index).addStatement(set);
        if (field.type() instanceof JavaType.Primitive && isSet(field)) {
            code.nextControlFlow("else").addStatement("values.kept($L, $L)", index, read);
        }
        return code.endControlFlow().build();
    }

    private static boolean isSet(Field field) {
        return field.write().filter(write -> write.manner() == Manner.SET).isPresent();
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
        List<CodeBlock> arguments = arguments(value);
        CodeBlock.Builder code = CodeBlock.builder();
        if (arguments.size() == struct.fields().size()) {
            CodeBlock head = CodeBlock.of("return $L", members.creation());
            return code.addStatement(Wrapped.call(head, arguments)).build();
        }
        String instance = FreshNames.take(locals, instanceName());
        CodeBlock head = CodeBlock.of("$T $N = $L", JavaTypeNames.of(struct.type()), instance, members.creation());
        code.addStatement(Wrapped.call(head, arguments));
        for (Field field : struct.fields()) {
            field.write()
                    .ifPresent(write -> code.add(
                            setting.of(field, instance, members.write(field, write, instance, value.apply(field)))));
        }
        return code.addStatement("return $N", instance).build();
    }

    private List<CodeBlock> arguments(Function<Field, CodeBlock> value) {
        Map<String, Field> fields =
                struct.fields().stream().collect(Collectors.toMap(Field::name, Function.identity()));
        return struct.constructor().fields().stream()
                .map(name -> value.apply(Objects.requireNonNull(fields.get(name))))
                .toList();
    }

    private String instanceName() {
        String name = struct.type().name().simpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
