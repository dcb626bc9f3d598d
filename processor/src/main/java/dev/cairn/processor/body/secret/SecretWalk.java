package dev.cairn.processor.body.secret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.effect.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks one method, in which secrets move from expression to variable to artifact. Used once. */
final class SecretWalk extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** Methods that put an argument into the receiver; so do those whose names begin with {@code set}. */
    private static final Set<String> PUTS = Set.of(
            "add",
            "addFirst",
            "addLast",
            "addAll",
            "offer",
            "offerFirst",
            "offerLast",
            "push",
            "put",
            "putAll",
            "putIfAbsent",
            "append",
            "insert");

    private final SecretFlow flow;
    private final MethodTree method;
    private final SecretExpressions expressions;
    private final Deque<Map<String, Integer>> scopes = new ArrayDeque<>();
    private final List<SecretFlow.Use> uses = new ArrayList<>();
    private int lambdas;

    SecretWalk(SecretFlow flow, MethodTree method) {
        this.flow = flow;
        this.method = method;
        this.expressions = new SecretExpressions(this::variable, flow::result);
    }

    List<SecretFlow.Use> uses() {
        scopes.push(new HashMap<>());
        method.getParameters()
                .forEach(parameter -> scopes.element().put(parameter.getName().toString(), flow.parameter(parameter)));
        scan(method.getBody(), null);
        return uses;
    }

    // ---- names ----

    private @Nullable Map<String, Integer> declaring(String name) {
        return scopes.stream()
                .filter(scope -> scope.containsKey(name))
                .findFirst()
                .orElse(null);
    }

    /** Which secret a variable holds. */
    private int variable(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            Map<String, Integer> scope = declaring(name);
            if (scope != null) {
                return scope.getOrDefault(name, SecretExpressions.NONE);
            }
        }
        return flow.field(field(tree));
    }

    /** The field of the flow that an expression names, or -1. */
    private int field(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return declaring(name) == null ? flow.code().fields().number(name) : -1;
        }
        return tree instanceof MemberSelectTree select
                        && Names.lastName(select.getExpression()).equals("this")
                ? flow.code().fields().number(select.getIdentifier())
                : -1;
    }

    /** The field of the flow that holds what an expression names: itself, an element of it or a member. */
    private int holder(Tree expression) {
        Tree tree = Names.bare(expression);
        int field = field(tree);
        if (field >= 0) {
            return field;
        } else if (tree instanceof ArrayAccessTree access) {
            return holder(access.getExpression());
        } else if (tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            return holder(select.getExpression());
        }
        return tree instanceof MemberSelectTree select ? holder(select.getExpression()) : -1;
    }

    private void declare(VariableTree variable, int secret) {
        scopes.element().put(variable.getName().toString(), secret);
    }

    // ---- what moves ----

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        scan(tree.getInitializer(), null);
        declare(tree, expressions.in(tree.getInitializer()));
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        super.visitAssignment(tree, null);
        assign(tree.getVariable(), tree.getExpression(), isField(tree.getExpression()));
        return null;
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        super.visitCompoundAssignment(tree, null);
        assign(tree.getVariable(), tree.getExpression(), false);
        return null;
    }

    private void assign(ExpressionTree variable, ExpressionTree value, boolean isSecretItself) {
        int secret = expressions.in(value);
        if (secret == SecretExpressions.NONE) {
            return;
        }
        Map<String, Integer> scope = declaring(Names.lastName(Names.bare(variable)));
        if (Names.bare(variable) instanceof IdentifierTree local && scope != null) {
            scope.put(local.getName().toString(), secret);
            return;
        }
        found(variable, secret, isSecretItself && field(variable) >= 0);
    }

    private void found(Tree target, int secret, boolean certain) {
        int artifact = holder(target);
        if (flow.isTarget(artifact)) {
            uses.add(new SecretFlow.Use(
                    artifact, SecretExpressions.field(secret), certain, new Place(Names.bare(target), method)));
        } else if (artifact >= 0) {
            flow.holds(artifact, secret);
        }
    }

    /** Whether an expression is the field of a secret parameter, and nothing else. */
    private boolean isField(ExpressionTree expression) {
        Tree tree = Names.bare(expression);
        return tree instanceof TypeCastTree cast ? isField(cast.getExpression()) : flow.isSecret(field(tree));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        super.visitMethodInvocation(tree, null);
        List<? extends ExpressionTree> arguments = tree.getArguments();
        String name = Names.lastName(tree.getMethodSelect());
        flow.called(tree)
                .filter(called -> called.getParameters().size() == arguments.size())
                .ifPresent(called -> pass(called, arguments));
        if ((PUTS.contains(name) || name.startsWith("set"))
                && tree.getMethodSelect() instanceof MemberSelectTree select
                && expressions.any(arguments) != SecretExpressions.NONE) {
            put(select.getExpression(), expressions.any(arguments));
        }
        return null;
    }

    private void pass(MethodTree called, List<? extends ExpressionTree> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            flow.passes(called.getParameters().get(i), expressions.in(arguments.get(i)));
        }
    }

    private void put(ExpressionTree receiver, int secret) {
        Map<String, Integer> scope = declaring(Names.lastName(Names.bare(receiver)));
        if (Names.bare(receiver) instanceof IdentifierTree local && scope != null) {
            scope.put(local.getName().toString(), secret);
        } else {
            found(receiver, secret, false);
        }
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        super.visitReturn(tree, null);
        if (lambdas == 0) {
            flow.returns(method, expressions.in(tree.getExpression()));
        }
        return null;
    }

    // ---- scopes ----

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        return within(() -> super.visitBlock(tree, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        return within(() -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        return within(() -> {
            declare(tree.getVariable(), SecretExpressions.part(expressions.in(tree.getExpression())));
            scan(tree.getStatement(), null);
        });
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        return within(() -> super.visitTry(tree, null));
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void nothing) {
        return within(() -> super.visitCatch(tree, null));
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        return within(() -> super.visitSwitch(tree, null));
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        return within(() -> super.visitSwitchExpression(tree, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        lambdas++;
        within(() -> super.visitLambdaExpression(tree, null));
        lambdas--;
        return null;
    }

    /** Its members hide names, and run when somebody calls them. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
    }

    private @Nullable Void within(Runnable code) {
        scopes.push(new HashMap<>());
        code.run();
        scopes.pop();
        return null;
    }
}
