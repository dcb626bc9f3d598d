package dev.cairn.processor.body.code;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.model.InitialValue;
import org.jspecify.annotations.Nullable;

/** Tells from the source of a class which value a new instance has in a field. */
final class InitialValues {
    private InitialValues() {}

    /** The value of the primitive field of a name. */
    static InitialValue of(ClassTree type, String name) {
        VariableTree field = null;
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree variable && variable.getName().contentEquals(name)) {
                field = variable;
            } else if (member instanceof BlockTree block && !block.isStatic() || isConstructorWithCode(member)) {
                return InitialValue.UNKNOWN;
            }
        }
        if (field == null) {
            return InitialValue.UNKNOWN;
        }
        return field.getInitializer() == null ? InitialValue.NONE : of(field.getInitializer());
    }

    private static boolean isConstructorWithCode(Tree member) {
        return member instanceof MethodTree method
                && method.getName().contentEquals("<init>")
                && method.getBody() != null
                && !method.getBody().getStatements().stream().allMatch(InitialValues::isCallOfSuper);
    }

    private static boolean isCallOfSuper(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("super");
    }

    private static InitialValue of(@Nullable ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree parenthesized) {
            return of(parenthesized.getExpression());
        } else if (expression instanceof UnaryTree unary
                && (unary.getKind() == Tree.Kind.UNARY_MINUS || unary.getKind() == Tree.Kind.UNARY_PLUS)) {
            return of(unary.getExpression());
        } else if (!(expression instanceof LiteralTree)) {
            return InitialValue.UNKNOWN;
        }
        Object value = ((LiteralTree) expression).getValue();
        boolean isNothing = Boolean.FALSE.equals(value)
                || value instanceof Number number && number.doubleValue() == 0
                || value instanceof Character character && character == 0;
        return isNothing ? InitialValue.NONE : InitialValue.GIVEN;
    }
}
