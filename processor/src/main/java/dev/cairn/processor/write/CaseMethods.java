package dev.cairn.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Writes a method that is a switch over numbers; where there are too many for one method, a switch over methods for
 * {@link Chunk#SIZE} numbers each.
 */
final class CaseMethods {
    private final String number;
    private final IntFunction<CodeBlock> action;
    private final boolean givesValue;

    /**
     * A writer.
     *
     * @param number the parameter that is switched on
     * @param action what is done for a number; an empty block if there is no such case
     * @param givesValue whether the action is the value that the method returns
     */
    CaseMethods(String number, IntFunction<CodeBlock> action, boolean givesValue) {
        this.number = number;
        this.action = action;
        this.givesValue = givesValue;
    }

    /**
     * The method, with those that it calls.
     *
     * @param size how many numbers there are
     * @param whole starts the method that overrides
     * @param part starts the method for a range, by its name
     * @param call calls that method, by its name
     */
    List<MethodSpec> write(
            int size,
            MethodSpec.Builder whole,
            BiFunction<String, Chunk, MethodSpec.Builder> part,
            java.util.function.UnaryOperator<String> call) {
        List<Chunk> chunks = Chunk.ofSize(size);
        if (chunks.size() <= 1) {
            return List.of(whole.addCode(cases(new Chunk(0, size))).build());
        }
        String name = whole.build().name();
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder dispatch = CodeBlock.builder();
        open(dispatch, CodeBlock.of("$L / $L", number, Chunk.SIZE));
        for (Chunk chunk : chunks) {
            String method = name + chunk.suffix();
            dispatch.addStatement("case $L -> $L", chunk.from() / Chunk.SIZE, call.apply(method));
            methods.add(part.apply(method, chunk).addCode(cases(chunk)).build());
        }
        close(dispatch);
        methods.add(0, whole.addCode(dispatch.build()).build());
        return methods;
    }

    private CodeBlock cases(Chunk chunk) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean any = false;
        for (int i = chunk.from(); i < chunk.to(); i++) {
            CodeBlock each = action.apply(i);
            if (!each.isEmpty()) {
                if (!any) {
                    open(code, CodeBlock.of("$L", number));
                    any = true;
                }
                code.addStatement("case $L -> $L", i, each);
            }
        }
        if (any) {
            close(code);
        } else {
            code.addStatement("throw new $T($L)", IndexOutOfBoundsException.class, number);
        }
        return code.build();
    }

    private void open(CodeBlock.Builder code, CodeBlock selector) {
        code.add("$Lswitch ($L) {\n$>", givesValue ? "return " : "", selector);
    }

    private void close(CodeBlock.Builder code) {
        code.addStatement("default -> throw new $T($L)", IndexOutOfBoundsException.class, number);
        code.add(givesValue ? "$<};\n" : "$<}\n");
    }
}
