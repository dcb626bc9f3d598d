package dev.cairn.samples.words;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The texts in sources: messages, lines of help, and what else is a literal of several words. What is put together with {@code +} is one
 * text, in which {@code x} is what is computed. Texts with a name of JavaPoet, such as {@code $T}, are code that is generated, and left out.
 */
final class Messages extends TreeScanner<@Nullable Void, CompilationUnitTree> {
    private static final String COMPUTED = "x";

    private final SourcePositions positions;
    private final List<Text> found = new ArrayList<>();

    private Messages(SourcePositions positions) {
        this.positions = positions;
    }

    /** All texts in the main code of a directory, which has to be Java that can be parsed. */
    static List<Text> in(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Messages messages = new Messages(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> messages.scan(unit, unit));
            return messages.found;
        }
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, CompilationUnitTree unit) {
        if (literal.getValue() instanceof String text) {
            add(text, literal, unit);
        }
        return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, CompilationUnitTree unit) {
        if (sum.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(sum, unit);
        }
        StringBuilder text = new StringBuilder();
        boolean isText = append(sum, text, unit);
        if (isText) {
            add(text.toString(), sum, unit);
        }
        return null;
    }

    /** Puts a sum together; what is in its other parts is a text by itself. */
    private boolean append(ExpressionTree part, StringBuilder text, CompilationUnitTree unit) {
        if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            boolean left = append(sum.getLeftOperand(), text, unit);
            return append(sum.getRightOperand(), text, unit) || left;
        }
        if (part instanceof LiteralTree literal && literal.getValue() instanceof String value) {
            text.append(value);
            return true;
        }
        text.append(COMPUTED);
        scan(part instanceof ParenthesizedTree inner ? inner.getExpression() : part, unit);
        return part instanceof ParenthesizedTree;
    }

    private void add(String text, Tree tree, CompilationUnitTree unit) {
        if (text.strip().contains(" ") && !text.matches("(?s).*\\$[LTNS].*")) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            found.add(new Text(unit.getSourceFile().getName() + ":" + line, text));
        }
    }
}
