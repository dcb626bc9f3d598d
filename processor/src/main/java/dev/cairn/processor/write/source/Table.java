package dev.cairn.processor.write.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A list of definitions in generated code: one expression while it is short, else cut into several methods. Immutable.
 *
 * @param list the expression
 * @param methods what it calls
 */
public record Table(CodeBlock list, List<MethodSpec> methods) {
    /**
     * An entry.
     *
     * @param code the expression
     * @param bytes about how many bytes of bytecode it takes
     */
    public record Entry(CodeBlock code, int bytes) {}

    /** Copies the list. */
    public Table {
        methods = List.copyOf(methods);
    }

    /** The table of these entries; {@code name} is that of the methods, should some be needed. */
    public static Table of(String name, ClassName element, List<Entry> entries) {
        List<Chunk> chunks = Chunk.ofWeight(entries, Entry::bytes);
        if (chunks.size() == 1) {
            return new Table(list(entries), List.of());
        }
        CodeBlock calls = chunks.stream()
                .map(chunk -> CodeBlock.of("$L$L()", name, chunk.suffix()))
                .collect(CodeBlock.joining(",\n"));
        CodeBlock all = CodeBlock.of(
                "$T.of(\n$>$>$L)$<$<\n$>$>.flatMap($T::stream)\n.toList()$<$<", Stream.class, calls, List.class);
        return new Table(
                all,
                chunks.stream()
                        .map(chunk -> method(name + chunk.suffix(), element, entries.subList(chunk.from(), chunk.to())))
                        .toList());
    }

    private static MethodSpec method(String name, ClassName element, List<Entry> entries) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), element))
                .addCode("return $L;\n", list(entries))
                .build();
    }

    private static CodeBlock list(List<Entry> entries) {
        if (entries.isEmpty()) {
            return CodeBlock.of("$T.of()", List.class);
        }
        return CodeBlock.of(
                "$T.of(\n$>$>$L)$<$<",
                List.class,
                entries.stream().map(Entry::code).collect(CodeBlock.joining(",\n")));
    }
}
