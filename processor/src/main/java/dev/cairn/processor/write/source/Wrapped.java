package dev.cairn.processor.write.source;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Code that goes on the next line where it does not fit on this one: JavaPoet measures it when it has imported all names. */
public final class Wrapped {
    private Wrapped() {}

    /**
     * A call.
     *
     * @param head all before the parenthesis
     */
    public static CodeBlock call(CodeBlock head, List<CodeBlock> arguments) {
        return CodeBlock.of("$L($Z$L)", head, CodeBlock.join(arguments, ",$W"));
    }

    /** The initialiser of a field; what is on several lines already begins on that of the field. */
    public static CodeBlock initializer(CodeBlock code) {
        return code.toString().contains("\n") ? code : CodeBlock.of("$Z$L", code);
    }
}
