package dev.cairn.processor.body.secret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.cairn.processor.body.code.Names;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the form of an expression which secret its value contains. Of methods, those of the JDK that pass on what they are given
 * are known by name; what a client does with a token is its own affair.
 */
final class SecretExpressions {
    static final int NONE = -1;

    /** Methods whose result has what the receiver has. */
    private static final Set<String> OF_RECEIVER = Set.of(
            "strip",
            "stripLeading",
            "stripTrailing",
            "trim",
            "toString",
            "intern",
            "toLowerCase",
            "toUpperCase",
            "concat",
            "formatted",
            "replace",
            "replaceAll",
            "repeat",
            "substring",
            "getBytes",
            "toCharArray",
            "clone",
            "get",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "text",
            "bytes",
            "append",
            "toList",
            "stream",
            "keySet",
            "values",
            "entrySet");

    /** Methods whose result has what an argument has. */
    private static final Set<String> OF_ARGUMENT = Set.of(
            "of",
            "ofNullable",
            "ofText",
            "ofBytes",
            "entry",
            "copyOf",
            "asList",
            "singleton",
            "singletonList",
            "singletonMap",
            "valueOf",
            "toString",
            "format",
            "formatted",
            "join",
            "concat",
            "append",
            "requireNonNull",
            "requireNonNullElse",
            "encode",
            "encodeToString",
            "wrap");

    private final ToIntFunction<Tree> variables;
    private final ToIntFunction<MethodInvocationTree> results;

    /**
     * With the context of a place.
     *
     * @param variables which secret a name contains, a field or a local variable
     * @param results which secret the result of a method of the flow contains
     */
    SecretExpressions(ToIntFunction<Tree> variables, ToIntFunction<MethodInvocationTree> results) {
        this.variables = variables;
        this.results = results;
    }

    /** The secret that is in the value of an expression, or {@link #NONE}. */
    int in(@Nullable Tree expression) {
        if (expression == null) {
            return NONE;
        }
        Tree tree = Names.bare(expression);
        if (tree instanceof TypeCastTree cast) {
            return in(cast.getExpression());
        } else if (tree instanceof AssignmentTree assignment) {
            return in(assignment.getExpression());
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return either(conditional.getTrueExpression(), conditional.getFalseExpression());
        } else if (tree instanceof BinaryTree binary) {
            return binary.getKind() == Tree.Kind.PLUS
                    ? either(binary.getLeftOperand(), binary.getRightOperand())
                    : NONE;
        } else if (tree instanceof ArrayAccessTree access) {
            return in(access.getExpression());
        } else if (tree instanceof NewArrayTree array) {
            return any(array.getInitializers());
        } else if (tree instanceof NewClassTree instance) {
            return any(instance.getArguments());
        } else if (tree instanceof MethodInvocationTree call) {
            return inCall(call);
        }
        return variables.applyAsInt(tree);
    }

    private int inCall(MethodInvocationTree call) {
        int result = results.applyAsInt(call);
        String name = Names.lastName(call.getMethodSelect());
        if (result == NONE && OF_RECEIVER.contains(name) && call.getMethodSelect() instanceof MemberSelectTree select) {
            result = in(select.getExpression());
        }
        return result == NONE && OF_ARGUMENT.contains(name) ? any(call.getArguments()) : result;
    }

    private int either(ExpressionTree one, ExpressionTree other) {
        int secret = in(one);
        return secret == NONE ? in(other) : secret;
    }

    /** The first secret that is in one of some expressions. */
    int any(@Nullable List<? extends ExpressionTree> expressions) {
        return expressions == null
                ? NONE
                : expressions.stream()
                        .mapToInt(this::in)
                        .filter(secret -> secret != NONE)
                        .findFirst()
                        .orElse(NONE);
    }
}
