package dev.cairn.processor.write.source;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out calls as a formatter would: on one line, or the arguments on the next, or each argument on a line of its
 * own.
 */
public final class Calls {
    private static final int LINE_LENGTH = 120;
    private static final int CONTINUATION = 8;

    /** A string, or the package of a qualified name, which an import will replace. */
    private static final Pattern TEXT_OR_PACKAGE =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w$.])(?:[a-z_][\\w$]*\\.)+(?=[A-Z])");

    private Calls() {}

    /**
     * A call that ends a statement, whose further lines JavaPoet indents.
     *
     * @param indent how far the statement is indented
     * @param head all of the statement before the parenthesis
     */
    public static CodeBlock inStatement(int indent, CodeBlock head, List<CodeBlock> arguments) {
        return CodeBlock.of("$L($L)", head, layOut(indent, indent, head, arguments));
    }

    /**
     * A call that initialises a field.
     *
     * @param indent how far the field is indented
     * @param column where the call starts
     */
    public static CodeBlock inField(int indent, int column, CodeBlock head, List<CodeBlock> arguments) {
        return CodeBlock.of("$L($>$>$L$<$<)", head, layOut(indent, column, head, arguments));
    }

    /** The initialiser of a field, on the next line if its own first line does not fit on that of the field. */
    public static CodeBlock initializer(int column, CodeBlock code) {
        int firstLine = text(code).lines().findFirst().orElseThrow().length();
        return column + firstLine + ";".length() <= LINE_LENGTH ? code : CodeBlock.of("$>$>\n$L$<$<", code);
    }

    private static CodeBlock layOut(int indent, int column, CodeBlock head, List<CodeBlock> arguments) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        if (arguments.isEmpty() || column + width(head) + width(line) + "();".length() <= LINE_LENGTH) {
            return line;
        }
        boolean fitsNextLine = indent + CONTINUATION + width(line) + ");".length() <= LINE_LENGTH;
        return CodeBlock.of("\n$L", fitsNextLine ? line : CodeBlock.join(arguments, ",\n"));
    }

    /** How many columns the code takes once names are imported. */
    public static int width(CodeBlock code) {
        return text(code).length();
    }

    private static String text(CodeBlock code) {
        return TEXT_OR_PACKAGE.matcher(code.toString()).replaceAll(Calls::keepText);
    }

    private static String keepText(MatchResult match) {
        return match.group().startsWith("\"") ? Matcher.quoteReplacement(match.group()) : "";
    }
}
