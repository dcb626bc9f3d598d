package dev.cairn.processor.body.walk;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import dev.cairn.processor.body.effect.Findings;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.Jumps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks loops and labels (chapters 6.3.2 and 16.2.9 to 16.2.12). Each loop is walked once: see {@link Findings}. */
final class LoopStatements {
    private final Walk walk;

    LoopStatements(Walk walk) {
        this.walk = walk;
    }

    /** Walks a statement with its labels. */
    void labelled(LabeledStatementTree tree) {
        Set<String> labels = new HashSet<>();
        StatementTree statement = tree;
        while (statement instanceof LabeledStatementTree labelled) {
            labels.add(labelled.getLabel().toString());
            statement = labelled.getStatement();
        }
        Jumps.Landing landing = walk.jumps.enterLabelled(labels);
        if (!loop(statement, labels)) {
            walk.walk(statement);
        }
        walk.jumps.leave();
        walk.state = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.BREAK));
    }

    /** Walks a statement if it is a loop. */
    boolean loop(Tree tree, Set<String> labels) {
        if (tree instanceof WhileLoopTree loop) {
            whileLoop(List.of(), loop.getCondition(), List.of(), loop.getStatement(), labels);
        } else if (tree instanceof ForLoopTree loop) {
            whileLoop(loop.getInitializer(), loop.getCondition(), loop.getUpdate(), loop.getStatement(), labels);
        } else if (tree instanceof DoWhileLoopTree loop) {
            doLoop(loop, labels);
        } else if (tree instanceof EnhancedForLoopTree loop) {
            forEachLoop(loop, labels);
        } else {
            return false;
        }
        return true;
    }

    private void whileLoop(
            List<? extends StatementTree> initializer,
            @Nullable ExpressionTree condition,
            List<? extends StatementTree> update,
            StatementTree body,
            Set<String> labels) {
        walk.scopes.open();
        walk.walk(initializer);
        Findings.Region region = walk.findings.open();
        Jumps.Landing landing = walk.jumps.enterLoop(labels);
        Conditions.Outcome outcome = condition == null ? endless() : walk.conditions.evaluate(condition);
        walk.state = outcome.whenTrue();
        walk.scopes.open();
        walk.declare(outcome.variablesWhenTrue());
        walk.statement(body, Set.of());
        walk.state = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.CONTINUE));
        walk.walk(update);
        walk.scopes.close();
        walk.scopes.close();
        end(region, landing, condition, outcome);
    }

    private void doLoop(DoWhileLoopTree tree, Set<String> labels) {
        Findings.Region region = walk.findings.open();
        Jumps.Landing landing = walk.jumps.enterLoop(labels);
        walk.statement(tree.getStatement(), Set.of());
        walk.state = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.CONTINUE));
        Conditions.Outcome outcome = walk.conditions.evaluate(tree.getCondition());
        walk.state = outcome.whenTrue();
        end(region, landing, tree.getCondition(), outcome);
    }

    private void forEachLoop(EnhancedForLoopTree tree, Set<String> labels) {
        walk.walk(tree.getExpression());
        FlowState none = walk.state.copy();
        Findings.Region region = walk.findings.open();
        Jumps.Landing landing = walk.jumps.enterLoop(labels);
        walk.scopes.open();
        walk.declare(tree.getVariable());
        walk.statement(tree.getStatement(), Set.of());
        walk.scopes.close();
        walk.state = FlowState.meet(walk.state, landing.arrived(Jumps.Kind.CONTINUE));
        end(region, landing, none);
    }

    private Conditions.Outcome endless() {
        return new Conditions.Outcome(walk.state, walk.state.impossibleCopy(), Set.of(), Set.of());
    }

    private void end(
            Findings.Region region,
            Jumps.Landing landing,
            @Nullable ExpressionTree condition,
            Conditions.Outcome outcome) {
        FlowState done = outcome.whenFalse();
        if (condition == null || Conditions.isTrue(condition)) {
            done.unreachable();
        }
        end(region, landing, done);
        if (!landing.isLeft()) {
            walk.declare(outcome.variablesWhenFalse());
            if (landing.isPerhapsLeft()) {
                outcome.variablesWhenFalse()
                        .forEach(
                                variable -> walk.scopes.doubt(variable.getName().toString()));
            }
        }
    }

    /** The loop ends in {@code done}, or with a {@code break}; the walk is where the next round would start. */
    private void end(Findings.Region region, Jumps.Landing landing, FlowState done) {
        walk.findings.useAll(walk.state);
        walk.jumps.leave();
        walk.findings.closeLoop(region);
        FlowState round = walk.state;
        FlowState left = landing.arrived(Jumps.Kind.BREAK);
        walk.state = FlowState.meet(done.afterRounds(round), left == null ? null : left.afterRounds(round));
        walk.state.maybeAssign(region.assigned());
        walk.state.maybeMerge(region.merged());
    }
}
