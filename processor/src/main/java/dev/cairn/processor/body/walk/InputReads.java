package dev.cairn.processor.body.walk;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.VariableScopes.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which artifacts a join reads of its inputs, and what it looks at before, by names alone: what it calls on {@code
 * inputs.get(0)} and the like, on the variable of a loop over them, on the parameter of a lambda that runs over them, and on
 * variables of the type of a view. Mutable, used for one join.
 */
public final class InputReads extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** What the inputs offer beside the accessors of single ones. */
    private static final Set<String> OF_ALL = Set.of("size", "isEmpty", "stream", "iterator", "spliterator");

    /** What gives the same elements, or some of them. */
    private static final Set<String> KEEPING =
            Set.of("stream", "filter", "sorted", "peek", "limit", "skip", "takeWhile", "dropWhile", "parallel");

    private final Analysis analysis;
    private final Set<String> views;
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> single = new HashSet<>();
    private final List<Tree> reads = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * A search.
     *
     * @param views the simple names of the views of steps
     */
    public InputReads(Analysis analysis, Set<String> views) {
        this.analysis = analysis;
        this.views = views;
    }

    /** The names of the accessors that are called or referred to, as trees. */
    public List<Tree> reads() {
        return reads;
    }

    /** The names that occur, whatever they mean, those of accessors also with {@code ()}; {@code try}, should something be caught. */
    public Set<String> names() {
        return names;
    }

    /** The artifact that a tree reads. */
    public static String artifact(Tree read) {
        return read instanceof MemberReferenceTree reference
                ? reference.getName().toString()
                : Names.lastName(read);
    }

    /** Looks through a method: the join, or a helper. */
    public void search(MethodTree method) {
        inputs.clear();
        single.clear();
        method.getParameters().forEach(this::declare);
        scan(method.getBody(), null);
    }

    private void declare(VariableTree variable) {
        if (analysis.role(variable.getType()) == Role.INPUTS) {
            inputs.add(variable.getName().toString());
        } else if (variable.getType() != null && views.contains(Names.lastName(variable.getType()))) {
            single.add(variable.getName().toString());
        }
    }

    private boolean isInputs(Tree tree) {
        return tree instanceof IdentifierTree name
                && inputs.contains(name.getName().toString());
    }

    /** Whether an expression is one of the inputs. */
    private boolean isSingle(@Nullable Tree tree) {
        Tree bare = tree == null ? null : Names.bare(tree);
        if (bare instanceof IdentifierTree name) {
            return single.contains(name.getName().toString());
        }
        return bare instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && isInputs(select.getExpression())
                && !OF_ALL.contains(select.getIdentifier().toString());
    }

    /** Whether an expression is a stream of inputs. */
    private boolean isStream(Tree tree) {
        return tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && KEEPING.contains(select.getIdentifier().toString())
                && (isInputs(select.getExpression()) || isStream(select.getExpression()));
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        declare(tree);
        if (isSingle(tree.getInitializer())) {
            single.add(tree.getName().toString());
        }
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        if (isInputs(Names.bare(tree.getExpression()))) {
            single.add(tree.getVariable().getName().toString());
        }
        return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            ExpressionTree receiver = select.getExpression();
            if (isInputs(receiver) || isStream(receiver)) {
                tree.getArguments().forEach(this::declareParameter);
            }
            if (isSingle(receiver) && tree.getArguments().isEmpty()) {
                reads.add(select);
                names.add(select.getIdentifier() + "()");
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void declareParameter(Tree argument) {
        if (argument instanceof LambdaExpressionTree lambda
                && lambda.getParameters().size() == 1) {
            single.add(lambda.getParameters().get(0).getName().toString());
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
        names.add(tree.getName().toString());
        if (views.contains(Names.lastName(tree.getQualifierExpression()))) {
            reads.add(tree);
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        names.add(tree.getIdentifier().toString());
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        names.add(tree.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        if (!tree.getCatches().isEmpty()) {
            names.add("try");
        }
        return super.visitTry(tree, null);
    }
}
