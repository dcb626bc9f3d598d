package dev.cairn.processor.body.code;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.cairn.processor.body.code.VariableScopes.Meaning;
import org.jspecify.annotations.Nullable;

/** Tells what an expression names: a field of the flow, the flow itself. */
public final class Names {
    /** A field of the flow; {@code certain} is false if it may be one that a class in between inherits. */
    public record Field(int number, boolean certain) {}

    private final FlowCode code;
    private final VariableScopes scopes;

    public Names(FlowCode code, VariableScopes scopes) {
        this.code = code;
        this.scopes = scopes;
    }

    /** The field that an expression names, null if it is another expression. */
    @Nullable
    public Field field(Tree expression) {
        Tree tree = bare(expression);
        if (tree instanceof IdentifierTree identifier) {
            int number = code.fields().number(identifier.getName());
            if (number >= 0) {
                Meaning meaning = scopes.variable(identifier.getName().toString());
                return meaning == Meaning.OTHER ? null : new Field(number, meaning == Meaning.FLOW);
            }
        } else if (tree instanceof MemberSelectTree select) {
            int number = code.fields().number(select.getIdentifier());
            if (number >= 0
                    && (isFlow(select.getExpression())
                            || code.fields().isStatic(number) && isFlowClass(select.getExpression()))) {
                return new Field(number, true);
            }
        }
        return null;
    }

    /** Whether an expression is {@code this}, with or without the name of the flow, and means the flow. */
    public boolean isFlow(Tree expression) {
        Tree tree = bare(expression);
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals("this") && !scopes.inClass();
        }
        return tree instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("this")
                && lastName(select.getExpression()).equals(code.name());
    }

    /** Whether an expression is {@code super} and means the flow's. */
    public boolean isFlowSuper(Tree expression) {
        if (expression instanceof IdentifierTree identifier) {
            return identifier.getName().contentEquals("super") && !scopes.inClass();
        }
        return expression instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("super")
                && (!scopes.inClass() || lastName(select.getExpression()).equals(code.name()));
    }

    /** Whether an expression is the name of the flow. */
    public boolean isFlowClass(ExpressionTree expression) {
        return lastName(expression).equals(code.name())
                && !(expression instanceof IdentifierTree && scopes.variable(code.name()) == Meaning.OTHER);
    }

    /** The last identifier of a name, the empty string for what is none. */
    public static String lastName(Tree expression) {
        if (expression instanceof IdentifierTree identifier) {
            return identifier.getName().toString();
        }
        return expression instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : "";
    }

    /** The expression without parentheses. */
    public static Tree bare(Tree expression) {
        Tree tree = expression;
        while (tree instanceof ParenthesizedTree parenthesized) {
            tree = parenthesized.getExpression();
        }
        return tree;
    }
}
