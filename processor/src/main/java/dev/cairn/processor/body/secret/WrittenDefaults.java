package dev.cairn.processor.body.secret;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields whose initial value is written in the source: a literal, or a value that is made of literals only. What a method finds out,
 * such as {@code System.getenv("TOKEN")}, is not.
 */
public final class WrittenDefaults {
    /** Methods that make a value of what is written, by name. */
    private static final Set<String> MAKERS = Set.of(
            "of",
            "ofText",
            "ofBytes",
            "ofEntries",
            "ofNullable",
            "entry",
            "asList",
            "valueOf",
            "toCharArray",
            "getBytes",
            "parse",
            "create");

    private WrittenDefaults() {}

    /** The names of the fields. */
    public static Set<String> of(FlowCode code) {
        Set<String> fields = new LinkedHashSet<>();
        for (Tree member : code.initialisers()) {
            if (member instanceof VariableTree field && isWritten(field.getInitializer())) {
                fields.add(field.getName().toString());
            }
        }
        return fields;
    }

    private static boolean isWritten(@Nullable ExpressionTree expression) {
        Tree tree = expression == null ? null : Names.bare(expression);
        if (tree instanceof LiteralTree literal) {
            return isSomething(literal.getValue());
        } else if (tree instanceof BinaryTree binary) {
            return isWritten(binary.getLeftOperand()) || isWritten(binary.getRightOperand());
        } else if (tree instanceof UnaryTree unary) {
            return isWritten(unary.getExpression());
        } else if (tree instanceof TypeCastTree cast) {
            return isWritten(cast.getExpression());
        } else if (tree instanceof NewArrayTree array) {
            return anyWritten(array.getInitializers());
        } else if (tree instanceof NewClassTree instance) {
            return anyWritten(instance.getArguments());
        } else if (tree instanceof MethodInvocationTree call
                && MAKERS.contains(Names.lastName(call.getMethodSelect()))) {
            return anyWritten(call.getArguments())
                    || call.getMethodSelect() instanceof MemberSelectTree select && isWritten(select.getExpression());
        }
        return false;
    }

    private static boolean anyWritten(@Nullable List<? extends ExpressionTree> expressions) {
        return expressions != null && expressions.stream().anyMatch(WrittenDefaults::isWritten);
    }

    private static boolean isSomething(@Nullable Object value) {
        return !(value == null
                || value.equals("")
                || value.equals(false)
                || value instanceof Character character && character == 0
                || value instanceof Number number && number.doubleValue() == 0);
    }
}
