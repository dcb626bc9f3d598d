package dev.cairn.processor.body.walk;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.effect.Findings;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.Jumps;
import dev.cairn.processor.body.tree.CaseLabels;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks switch statements and expressions, with arrows and with colons (chapters 15.28, 16.1.8 and 16.2.9). */
final class SwitchStatements {
    private final Walk walk;

    SwitchStatements(Walk walk) {
        this.walk = walk;
    }

    void statement(SwitchTree tree) {
        walk.uses.match(tree.getExpression(), CaseLabels.all(tree.getCases()));
        walk.walk(tree.getExpression());
        Jumps.Landing landing = walk.jumps.enterSwitch();
        Cases cases = cases(tree.getCases(), Jumps.Kind.BREAK);
        walk.jumps.leave();
        FlowState end = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.BREAK));
        walk.state = cases.isExhaustive() ? end : FlowState.meet(end, cases.selected());
    }

    void expression(SwitchExpressionTree tree) {
        walk.uses.match(tree.getExpression(), CaseLabels.all(tree.getCases()));
        walk.walk(tree.getExpression());
        boolean reachable = walk.state.reachable();
        Jumps.Landing landing = walk.jumps.enterSwitchExpression();
        cases(tree.getCases(), Jumps.Kind.YIELD);
        walk.jumps.leave();
        walk.state = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.YIELD));
        if (reachable) {
            walk.state.enter();
        }
    }

    /**
     * What the cases have in common.
     *
     * @param selected the state in which none of them is taken
     * @param isExhaustive whether one of them always is
     */
    private record Cases(FlowState selected, boolean isExhaustive) {}

    private Cases cases(List<? extends CaseTree> trees, Jumps.Kind result) {
        FlowState selected = walk.state;
        FlowState before = selected.copy();
        before.leave();
        walk.state = before;
        boolean exhaustive = false;
        walk.scopes.open();
        for (CaseTree tree : trees) {
            CaseLabels labels = CaseLabels.of(tree);
            exhaustive |= labels.isDefault() || labels.isEnhanced();
            walk.scopes.open();
            walk.declare(labels.variables());
            FlowState entered = guarded(labels.guard(), selected);
            walk.state = FlowState.meet(walk.state, entered);
            body(tree, result);
            walk.scopes.close();
            keepDeclared(tree);
        }
        walk.scopes.close();
        return new Cases(selected, exhaustive);
    }

    /** The state in which a case is entered from the top, after its guard; what a guard does it may do for all that follows. */
    private FlowState guarded(@Nullable ExpressionTree guard, FlowState selected) {
        if (guard == null) {
            return selected.copy();
        }
        FlowState outside = walk.state;
        walk.state = selected.copy();
        Findings.Region region = walk.findings.open();
        Conditions.Outcome outcome = walk.conditions.evaluate(guard);
        walk.declare(outcome.variablesWhenTrue());
        walk.findings.close(region);
        selected.maybeAssign(region.assigned());
        selected.maybeMerge(region.merged());
        walk.state = outside;
        return outcome.whenTrue();
    }

    private void body(CaseTree tree, Jumps.Kind result) {
        Tree body = tree.getBody();
        if (body == null) {
            walk.walk(tree.getStatements());
            return;
        }
        walk.statement(body, Set.of());
        if (walk.state.reachable()) {
            walk.jump(result, null);
        }
    }

    /** What a group of statements declares is in scope in the groups that follow. */
    private void keepDeclared(CaseTree tree) {
        List<? extends StatementTree> statements = tree.getStatements();
        if (statements != null) {
            for (StatementTree statement : statements) {
                if (statement instanceof VariableTree variable) {
                    walk.declare(variable);
                }
            }
        }
    }
}
