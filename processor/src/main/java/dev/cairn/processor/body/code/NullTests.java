package dev.cairn.processor.body.code;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreeScanner;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds arguments of which the code that is called asks whether they are {@code null}: a helper of the flow that compares its
 * parameter, or a method of the JDK that is made for it. To hand a field to such code is to ask. Immutable.
 */
public final class NullTests {
    /** The methods of the JDK that ask it of their first argument. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "Objects",
            Set.of("isNull", "nonNull", "requireNonNullElse", "requireNonNullElseGet", "toString", "equals"),
            "Optional",
            Set.of("ofNullable"));

    private final FlowCode code;

    public NullTests(FlowCode code) {
        this.code = code;
    }

    /** Whether a method of the JDK asks it of its first argument. */
    public static boolean isKnown(MethodInvocationTree call) {
        return !call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof MemberSelectTree select
                && KNOWN.getOrDefault(Names.lastName(select.getExpression()), Set.of())
                        .contains(select.getIdentifier().toString())
                && !(select.getIdentifier().contentEquals("toString")
                        && call.getArguments().size() < 2);
    }

    /** Whether each of these methods asks it of a parameter. */
    public boolean ask(List<MethodTree> methods, int parameter) {
        return ask(methods, parameter, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean ask(List<MethodTree> methods, int parameter, Set<MethodTree> seen) {
        return !methods.isEmpty() && methods.stream().allMatch(method -> asks(method, parameter, seen));
    }

    private boolean asks(MethodTree method, int parameter, Set<MethodTree> seen) {
        if (parameter >= method.getParameters().size() || method.getBody() == null || !seen.add(method)) {
            return false;
        }
        Scan scan = new Scan(method.getParameters().get(parameter).getName().toString(), seen);
        scan.scan(method.getBody(), null);
        return scan.found;
    }

    /** Looks for a place that asks whether a variable is {@code null}. */
    private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final String variable;
        private final Set<MethodTree> seen;
        private boolean found;

        private Scan(String variable, Set<MethodTree> seen) {
            this.variable = variable;
            this.seen = seen;
        }

        private boolean isVariable(Tree tree) {
            return Names.bare(tree) instanceof IdentifierTree identifier
                    && identifier.getName().contentEquals(variable);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
            boolean compares = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
            found |= compares && isNull(tree.getRightOperand()) && isVariable(tree.getLeftOperand());
            found |= compares && isNull(tree.getLeftOperand()) && isVariable(tree.getRightOperand());
            return super.visitBinary(tree, null);
        }

        private static boolean isNull(Tree tree) {
            return Names.bare(tree).getKind() == Kind.NULL_LITERAL;
        }

        @Override
        public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void nothing) {
            found |= isVariable(tree.getExpression());
            return super.visitInstanceOf(tree, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            List<? extends ExpressionTree> arguments = tree.getArguments();
            found |= isKnown(tree) && isVariable(arguments.get(0));
            if (tree.getMethodSelect() instanceof IdentifierTree name) {
                List<MethodTree> methods = code.methods(name.getName().toString(), arguments.size());
                for (int number = 0; number < arguments.size(); number++) {
                    found |= isVariable(arguments.get(number)) && ask(methods, number, seen);
                }
            }
            return super.visitMethodInvocation(tree, null);
        }
    }
}
