package dev.cairn.processor.write.codec;

import static dev.cairn.processor.write.codec.CodecClasses.FINAL_FIELDS;
import static dev.cairn.processor.write.codec.CodecClasses.PRIVATE_MEMBERS;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredDefinition.Write;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.source.FreshNames;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import dev.cairn.processor.write.source.Wrapped;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * How the codec of a struct reads and sets its fields, and makes it: by names where it can, else by handles, which are constants of
 * the codec.
 */
final class StructMembers {
    private static final String CONSTRUCT = "construct";

    private final Struct struct;
    private final TypeName type;
    private final Map<String, String> handles = new LinkedHashMap<>();
    private final String constructor;

    /** Takes names for the constants. */
    StructMembers(Struct struct, NameAllocator names) {
        this.struct = struct;
        this.type = JavaTypeNames.of(struct.type());
        for (Field field : struct.fields()) {
            hidden(field)
                    .ifPresent(member -> handles.put(
                            member.name(), FreshNames.take(names, GeneratedNames.constant(member.name()) + "_FIELD")));
        }
        this.constructor = FreshNames.take(names, "CONSTRUCTOR");
    }

    private static Optional<Member.Hidden> hidden(Field field) {
        return Stream.concat(Stream.of(field.read()), field.write().map(Write::member).stream())
                .flatMap(member -> member instanceof Member.Hidden hidden ? Stream.of(hidden) : Stream.empty())
                .findFirst();
    }

    /** The handles. */
    List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        for (Field field : struct.fields()) {
            hidden(field)
                    .ifPresent(member -> constants.add(constant(VarHandle.class, handle(field))
                            .initializer(Wrapped.initializer(CodeBlock.of(
                                    "$T.field($T.lookup(), $L, $S, $L)",
                                    PRIVATE_MEMBERS,
                                    MethodHandles.class,
                                    CodecExpressions.literal(struct.type()),
                                    member.name(),
                                    CodecExpressions.literal(member.erasure()))))
                            .build()));
        }
        struct.constructor().hidden().ifPresent(parameters -> constants.add(constructor(parameters)));
        return constants;
    }

    private FieldSpec constructor(List<JavaType> parameters) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$T.lookup()", MethodHandles.class));
        arguments.add(CodecExpressions.literal(struct.type()));
        parameters.forEach(parameter -> arguments.add(CodecExpressions.literal(parameter)));
        return constant(MethodHandle.class, constructor)
                .initializer(Wrapped.initializer(
                        CodeBlock.of("$T.constructor($L)", PRIVATE_MEMBERS, CodeBlock.join(arguments, ", "))))
                .build();
    }

    private static FieldSpec.Builder constant(Class<?> type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private String handle(Field field) {
        return Objects.requireNonNull(handles.get(field.name()));
    }

    /** The value of a field, of its type. */
    CodeBlock read(Field field, CodeBlock instance) {
        CodeBlock value = plain(field, field.read(), instance);
        return field.read() instanceof Member.Hidden
                ? CodeBlock.of("($T) $L", JavaTypeNames.of(field.type()), value)
                : value;
    }

    /** Whether reading the fields needs a cast that the compiler cannot check. */
    boolean readsUnchecked() {
        return struct.fields().stream()
                .anyMatch(field -> field.read() instanceof Member.Hidden && isParameterized(field.type()));
    }

    private static boolean isParameterized(JavaType type) {
        return type instanceof JavaType.Array array
                ? isParameterized(array.component())
                : type instanceof JavaType.Declared declared
                        && !declared.arguments().isEmpty();
    }

    /** What a field is, of a type that tells no more than whether it is primitive. */
    private CodeBlock plain(Field field, Member member, CodeBlock instance) {
        if (member instanceof Member.Method) {
            return CodeBlock.of("$L.$N()", instance, member.name());
        } else if (member instanceof Member.Direct) {
            return CodeBlock.of("$L.$N", instance, member.name());
        }
        return CodeBlock.of("$N.get($L)", handle(field), instance);
    }

    /** Gives a field its value. */
    CodeBlock write(Field field, Write write, String instance, CodeBlock value) {
        CodeBlock object = CodeBlock.of("$N", instance);
        return switch (write.manner()) {
            case SET -> set(field, write.member(), instance, value);
            case FILL ->
                CodeBlock.of(
                        "$T.fill($S, $L, $L)", FINAL_FIELDS, field.name(), plain(field, write.member(), object), value);
            case COMPARE ->
                CodeBlock.of(
                        "$T.requireSame($S, $L, $L)",
                        FINAL_FIELDS,
                        field.name(),
                        plain(field, write.member(), object),
                        value);
        };
    }

    private CodeBlock set(Field field, Member member, String instance, CodeBlock value) {
        if (member instanceof Member.Method) {
            return CodeBlock.of("$N.$N($L)", instance, member.name(), value);
        } else if (member instanceof Member.Direct) {
            return CodeBlock.of("$N.$N = $L", instance, member.name(), value);
        }
        return CodeBlock.of("$N.set($N, $L)", handle(field), instance, value);
    }

    /** What a field is of which the content is to be replaced, in {@code instance}. */
    CodeBlock content(Field field, CodeBlock instance) {
        return plain(field, field.write().orElseThrow().member(), instance);
    }

    /** What arguments in parentheses follow to make an instance. */
    CodeBlock creation() {
        if (struct.constructor().hidden().isPresent()) {
            return CodeBlock.of("$N", CONSTRUCT);
        }
        String created = "new $T" + (struct.type().arguments().isEmpty() ? "" : "<>");
        return CodeBlock.of(created, JavaTypeNames.of(struct.type().name()));
    }

    /** The method that calls a constructor by its handle. */
    Optional<MethodSpec> construct() {
        if (struct.constructor().hidden().isEmpty()) {
            return Optional.empty();
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(CONSTRUCT)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type);
        if (!struct.type().arguments().isEmpty()) {
            method.addAnnotation(SuppressedWarnings.of(List.of("unchecked")).orElseThrow());
        }
        NameAllocator names = new NameAllocator();
        List<CodeBlock> arguments = new ArrayList<>();
        for (String name : struct.constructor().fields()) {
            Field field = struct.fields().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String parameter = FreshNames.take(names, name);
            method.addParameter(JavaTypeNames.of(field.type()), parameter);
            arguments.add(CodeBlock.of("$N", parameter));
        }
        String thrown = FreshNames.take(names, "thrown");
        return Optional.of(method.beginControlFlow("try")
                .addStatement("return ($T) $N.invoke($L)", type, constructor, CodeBlock.join(arguments, ", "))
                .nextControlFlow("catch ($T $N)", Throwable.class, thrown)
                .addStatement("throw $T.thrown($N)", PRIVATE_MEMBERS, thrown)
                .endControlFlow()
                .build());
    }
}
