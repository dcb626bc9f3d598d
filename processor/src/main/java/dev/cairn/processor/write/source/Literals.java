package dev.cairn.processor.write.source;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes strings. */
public final class Literals {
    /** A constant of a class file takes 65,535 bytes, of which a character needs three at most. */
    private static final int LONGEST = 20_000;

    private Literals() {}

    /** Strings, with commas between, on as many lines as they take. */
    public static CodeBlock strings(Collection<String> strings) {
        return strings.stream().map(string -> CodeBlock.of("$S", string)).collect(CodeBlock.joining(",$W"));
    }

    /** A text of any length. */
    public static CodeBlock text(String text) {
        if (text.length() <= LONGEST) {
            return CodeBlock.of("$S", text);
        }
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LONGEST) {
            parts.add(text.substring(start, Math.min(text.length(), start + LONGEST)));
        }
        return CodeBlock.of("$T.join($S, $L)", String.class, "", strings(parts));
    }
}
