package dev.cairn.processor.write.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * An array of definitions in generated code: one expression while it is short, else cut into several methods. Compilers check the
 * elements of an array one by one; the arguments of a generic method, such as {@code List.of}, they check more than once. Immutable.
 *
 * @param array the expression
 * @param methods what it calls
 */
public record Table(CodeBlock array, List<MethodSpec> methods) {
    /**
     * An entry.
     *
     * @param code the expression
     * @param bytes about how many bytes of bytecode it takes
     */
    public record Entry(CodeBlock code, int bytes) {}

    /** Copies the methods. */
    public Table {
        methods = List.copyOf(methods);
    }

    /** The table of these entries; {@code name} is that of the methods, should some be needed. */
    public static Table of(String name, ClassName element, List<Entry> entries) {
        List<Chunk> chunks = Chunk.ofWeight(entries, Entry::bytes);
        if (chunks.size() == 1) {
            return new Table(array(element, entries), List.of());
        }
        CodeBlock calls = chunks.stream()
                .map(chunk -> CodeBlock.of("$L$L()", name, chunk.suffix()))
                .collect(CodeBlock.joining(",\n"));
        CodeBlock all = CodeBlock.of(
                "$T.of(\n$>$>$L)$<$<\n$>$>.flatMap($T::stream)\n.toArray($T[]::new)$<$<",
                Stream.class,
                calls,
                Arrays.class,
                element);
        return new Table(
                all,
                chunks.stream()
                        .map(chunk -> method(name + chunk.suffix(), element, entries.subList(chunk.from(), chunk.to())))
                        .toList());
    }

    private static MethodSpec method(String name, ClassName element, List<Entry> entries) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ArrayTypeName.of(element))
                .addCode("return $L;\n", array(element, entries))
                .build();
    }

    private static CodeBlock array(ClassName element, List<Entry> entries) {
        if (entries.isEmpty()) {
            return CodeBlock.of("new $T[0]", element);
        }
        return CodeBlock.of(
                "new $T[] {\n$>$L$<\n}",
                element,
                entries.stream().map(Entry::code).collect(CodeBlock.joining(",\n")));
    }
}
