package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.write.source.Chunk;
import dev.cairn.processor.write.source.SuppressedWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes a method of the definition that does something for a step or an artifact by its number: a switch, or where
 * there are too many cases for one method, a switch over methods for {@link Chunk#SIZE} numbers each.
 */
abstract class CaseMethods {
    private final MethodSpec signature;
    private final ParameterSpec number;
    private final int size;

    /**
     * For one method.
     *
     * @param signature its name, parameters, result and exceptions
     * @param number the parameter that is switched on
     * @param size how many numbers there are
     */
    CaseMethods(MethodSpec signature, ParameterSpec number, int size) {
        this.signature = signature;
        this.number = number;
        this.size = size;
    }

    /** What is done for a number: a value, if the method has a result; empty if there is no such case. */
    abstract CodeBlock action(int number);

    /** What the compiler warns of in the case of a number, although nothing is wrong. */
    abstract Stream<String> warnings(int number);

    /** The method, and those that it calls. */
    final List<MethodSpec> write() {
        List<Chunk> chunks = Chunk.ofSize(size);
        if (chunks.size() <= 1) {
            return List.of(overriding(warnings(new Chunk(0, size)), cases(new Chunk(0, size))));
        }
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(overriding(List.of(), dispatch(chunks)));
        chunks.forEach(chunk -> methods.add(helper(chunk)));
        return methods;
    }

    private MethodSpec overriding(List<String> warnings, CodeBlock code) {
        return method(signature.name(), code)
                .addAnnotation(Override.class)
                .addAnnotations(SuppressedWarnings.of(warnings).stream().toList())
                .addModifiers(Modifier.PUBLIC)
                .build();
    }

    private MethodSpec helper(Chunk chunk) {
        return method(name(chunk), cases(chunk))
                .addAnnotations(SuppressedWarnings.of(warnings(chunk)).stream().toList())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .build();
    }

    private MethodSpec.Builder method(String name, CodeBlock code) {
        return MethodSpec.methodBuilder(name)
                .addParameters(signature.parameters())
                .addExceptions(signature.exceptions())
                .returns(signature.returnType())
                .addCode(code);
    }

    private String name(Chunk chunk) {
        return signature.name() + chunk.suffix();
    }

    private List<String> warnings(Chunk chunk) {
        return IntStream.range(chunk.from(), chunk.to())
                .boxed()
                .flatMap(this::warnings)
                .toList();
    }

    private CodeBlock dispatch(List<Chunk> chunks) {
        String arguments =
                signature.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        return switchOn(
                CodeBlock.of("$N / $L", number, Chunk.SIZE),
                chunks.stream()
                        .map(chunk ->
                                CodeBlock.of("case $L -> $L($L)", chunk.from() / Chunk.SIZE, name(chunk), arguments))
                        .toList());
    }

    private CodeBlock cases(Chunk chunk) {
        List<CodeBlock> cases = IntStream.range(chunk.from(), chunk.to())
                .filter(i -> !action(i).isEmpty())
                .mapToObj(i -> CodeBlock.of("case $L -> $L", i, action(i)))
                .toList();
        return cases.isEmpty() // a switch without any value is no expression
                ? CodeBlock.builder().addStatement("$L", failure()).build()
                : switchOn(CodeBlock.of("$N", number), cases);
    }

    private CodeBlock switchOn(CodeBlock selector, List<CodeBlock> cases) {
        boolean givesValue = !signature.returnType().equals(TypeName.VOID);
        CodeBlock.Builder code = CodeBlock.builder().add("$Lswitch ($L) {\n$>", givesValue ? "return " : "", selector);
        cases.forEach(each -> code.addStatement("$L", each));
        return code.addStatement("default -> $L", failure())
                .add(givesValue ? "$<};\n" : "$<}\n")
                .build();
    }

    private CodeBlock failure() {
        return CodeBlock.of("throw new $T($N)", IndexOutOfBoundsException.class, number);
    }
}
