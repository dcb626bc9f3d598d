package dev.cairn.processor.body.walk;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.NullTests;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.tree.Patterns;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks conditions, which end in one state where they hold and in another where they do not (chapters 6.3.1 and 16.1). */
final class Conditions {
    private final Walk walk;

    Conditions(Walk walk) {
        this.walk = walk;
    }

    /**
     * What follows from a condition.
     *
     * @param whenTrue the state where it holds
     * @param whenFalse the state where it does not
     * @param variablesWhenTrue the pattern variables that are in scope where it holds
     * @param variablesWhenFalse those that are in scope where it does not
     */
    record Outcome(
            FlowState whenTrue,
            FlowState whenFalse,
            Set<VariableTree> variablesWhenTrue,
            Set<VariableTree> variablesWhenFalse) {
        private Outcome negated() {
            return new Outcome(
                    /* whenTrue= */ whenFalse,
                    /* whenFalse= */ whenTrue,
                    /* variablesWhenTrue= */ variablesWhenFalse,
                    /* variablesWhenFalse= */ variablesWhenTrue);
        }
    }

    /** Walks a condition from the state of the walk, which is of no use until it is set to one of the outcomes. */
    Outcome evaluate(ExpressionTree condition) {
        Tree tree = Names.bare(condition);
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT ->
                evaluate(((UnaryTree) tree).getExpression()).negated();
            case CONDITIONAL_AND -> and((BinaryTree) tree);
            case CONDITIONAL_OR -> or((BinaryTree) tree);
            case CONDITIONAL_EXPRESSION -> conditional((ConditionalExpressionTree) tree);
            case INSTANCE_OF -> instance((InstanceOfTree) tree);
            case BOOLEAN_LITERAL -> constant(isTrue(tree));
            case METHOD_INVOCATION -> invocation((MethodInvocationTree) tree);
            case EQUAL_TO, NOT_EQUAL_TO -> comparison((BinaryTree) tree);
            default -> plain(tree);
        };
    }

    /** Walks a condition whose value goes elsewhere than into the flow of control. */
    void evaluateAsValue(ExpressionTree condition) {
        Outcome outcome = evaluate(condition);
        walk.state = FlowState.meet(outcome.whenTrue(), outcome.whenFalse());
    }

    /** Whether a condition is the constant {@code true}, as far as literals and operators tell. */
    static boolean isTrue(Tree condition) {
        Tree tree = Names.bare(condition);
        return switch (tree.getKind()) {
            case BOOLEAN_LITERAL -> Boolean.TRUE.equals(((LiteralTree) tree).getValue());
            case LOGICAL_COMPLEMENT -> isFalse(((UnaryTree) tree).getExpression());
            case CONDITIONAL_AND ->
                isTrue(((BinaryTree) tree).getLeftOperand()) && isTrue(((BinaryTree) tree).getRightOperand());
            default -> false;
        };
    }

    private static boolean isFalse(Tree condition) {
        Tree tree = Names.bare(condition);
        return tree.getKind() == Kind.BOOLEAN_LITERAL && Boolean.FALSE.equals(((LiteralTree) tree).getValue())
                || tree.getKind() == Kind.LOGICAL_COMPLEMENT && isTrue(((UnaryTree) tree).getExpression());
    }

    private Outcome and(BinaryTree tree) {
        Outcome left = evaluate(tree.getLeftOperand());
        Outcome right = evaluateWith(left.variablesWhenTrue(), left.whenTrue(), tree.getRightOperand());
        return new Outcome(
                right.whenTrue(),
                FlowState.meet(left.whenFalse(), right.whenFalse()),
                union(left.variablesWhenTrue(), right.variablesWhenTrue()),
                Set.of());
    }

    private Outcome or(BinaryTree tree) {
        Outcome left = evaluate(tree.getLeftOperand());
        Outcome right = evaluateWith(left.variablesWhenFalse(), left.whenFalse(), tree.getRightOperand());
        return new Outcome(
                FlowState.meet(left.whenTrue(), right.whenTrue()),
                right.whenFalse(),
                Set.of(),
                union(left.variablesWhenFalse(), right.variablesWhenFalse()));
    }

    private Outcome conditional(ConditionalExpressionTree tree) {
        Outcome condition = evaluate(tree.getCondition());
        Outcome one = evaluateWith(condition.variablesWhenTrue(), condition.whenTrue(), tree.getTrueExpression());
        Outcome other = evaluateWith(condition.variablesWhenFalse(), condition.whenFalse(), tree.getFalseExpression());
        return new Outcome(
                FlowState.meet(one.whenTrue(), other.whenTrue()),
                FlowState.meet(one.whenFalse(), other.whenFalse()),
                Set.of(),
                Set.of());
    }

    private Outcome evaluateWith(Set<VariableTree> variables, FlowState state, ExpressionTree condition) {
        walk.state = state;
        walk.scopes.open();
        walk.declare(variables);
        Outcome outcome = evaluate(condition);
        walk.scopes.close();
        return outcome;
    }

    private Outcome instance(InstanceOfTree tree) {
        walk.uses.match(tree.getExpression(), Collections.singletonList(tree.getPattern()));
        Names.Field field = walk.names.field(tree.getExpression());
        if (field != null && walk.analysis.artifacts().get(field.number())) {
            walk.nullCheck(field, Names.bare(tree.getExpression()));
            FlowState isThere = walk.state.copy();
            isThere.find(field.number());
            return new Outcome(isThere, walk.state, Patterns.variables(tree.getPattern()), Set.of());
        }
        walk.operand(tree.getExpression(), tree.getPattern() == null);
        return new Outcome(walk.state, walk.state.copy(), Patterns.variables(tree.getPattern()), Set.of());
    }

    private Outcome constant(boolean value) {
        FlowState possible = walk.state;
        FlowState impossible = possible.impossibleCopy();
        return new Outcome(value ? possible : impossible, value ? impossible : possible, Set.of(), Set.of());
    }

    /** A task that goes on from a checkpoint has all that its step had assigned and merged, which is what it may assign and merge. */
    private Outcome invocation(MethodInvocationTree tree) {
        Outcome outcome = plain(tree);
        Names.Field tested =
                NullTests.isKnown(tree) ? walk.names.field(tree.getArguments().get(0)) : null;
        if (tested != null && walk.analysis.artifacts().get(tested.number())) {
            switch (Names.lastName(tree.getMethodSelect())) {
                case "nonNull" -> outcome.whenTrue().find(tested.number());
                case "isNull" -> outcome.whenFalse().find(tested.number());
                default -> {} // tells nothing for sure
            }
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("restored")
                && tree.getArguments().isEmpty()
                && select.getExpression() instanceof IdentifierTree context
                && walk.scopes.role(context.getName().toString()) == Role.CONTEXT) {
            walk.findings.asksRestored();
            outcome.whenTrue().assign(walk.restored.assigned());
            outcome.whenTrue().merge(walk.restored.merged());
        }
        return outcome;
    }

    /** A private field that is not null has been assigned by this task; an artifact that is not null exists. */
    private Outcome comparison(BinaryTree tree) {
        Tree compared = comparedWithNull(tree);
        Names.Field field = compared == null ? null : walk.names.field(compared);
        if (compared == null || field == null) {
            walk.operand(tree.getLeftOperand(), true);
            walk.operand(tree.getRightOperand(), true);
            return new Outcome(walk.state, walk.state.copy(), Set.of(), Set.of());
        }
        walk.uses.look(compared);
        walk.nullCheck(field, compared);
        FlowState isNull = walk.state;
        FlowState isThere = isNull.copy();
        if (walk.analysis.artifacts().get(field.number())) {
            isThere.find(field.number());
        } else if (field.certain()) {
            isThere.assign(field.number());
        }
        return tree.getKind() == Kind.EQUAL_TO
                ? new Outcome(isNull, isThere, Set.of(), Set.of())
                : new Outcome(isThere, isNull, Set.of(), Set.of());
    }

    private static @Nullable Tree comparedWithNull(BinaryTree tree) {
        Tree left = Names.bare(tree.getLeftOperand());
        Tree right = Names.bare(tree.getRightOperand());
        if (right.getKind() == Kind.NULL_LITERAL) {
            return left;
        }
        return left.getKind() == Kind.NULL_LITERAL ? right : null;
    }

    private Outcome plain(Tree tree) {
        walk.walk(tree);
        return new Outcome(walk.state, walk.state.copy(), Set.of(), Set.of());
    }

    private static Set<VariableTree> union(Set<VariableTree> one, Set<VariableTree> other) {
        Set<VariableTree> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
