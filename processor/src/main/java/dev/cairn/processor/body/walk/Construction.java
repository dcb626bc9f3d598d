package dev.cairn.processor.body.walk;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.effect.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What happens when an instance of a flow is made: its initialisers run, then one of its constructors. Immutable.
 *
 * @param effect what is done by them, whichever constructor it is
 * @param initialised the fields that have an initialiser or that every constructor assigns
 */
public record Construction(Effect effect, BitSet initialised) {
    static Construction of(Analysis analysis) {
        FlowCode code = analysis.code();
        Effect common = Effect.none(code.fields().instance());
        BitSet initialised = new BitSet();
        List<Effect> effects = new ArrayList<>();
        for (Tree initialiser : code.initialisers()) {
            Effect effect = initialiser(analysis, initialiser);
            initialised.or(effect.assigned());
            effects.add(effect);
        }
        List<Effect> constructors = new ArrayList<>();
        for (MethodTree constructor : code.constructors()) {
            Effect effect = analysis.walk(constructor, walk -> walk.classes.method(constructor));
            effects.add(effect);
            if (!delegates(constructor)) {
                constructors.add(effect);
            }
        }
        if (!constructors.isEmpty()) {
            initialised.or(Effect.oneOf(constructors).assigned());
        }
        return new Construction(effects.isEmpty() ? common : Effect.oneOf(effects), initialised);
    }

    private static Effect initialiser(Analysis analysis, Tree initialiser) {
        return analysis.walk(initialiser, walk -> {
            if (initialiser instanceof VariableTree field) {
                walk.walk(field.getInitializer());
                walk.state.assign(
                        analysis.code().fields().numbers(Set.of(field.getName().toString())));
            } else {
                walk.walk(initialiser);
            }
        });
    }

    /** Whether a constructor begins with {@code this(..)}: then another one is responsible; statements may come before. */
    private static boolean delegates(MethodTree constructor) {
        return constructor.getBody() != null
                && constructor.getBody().getStatements().stream().anyMatch(Construction::isThisCall);
    }

    private static boolean isThisCall(StatementTree statement) {
        if (statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call) {
            ExpressionTree name = call.getMethodSelect();
            return Names.lastName(name).equals("this");
        }
        return false;
    }

    /** Whether nothing is left behind that could touch fields later: no lambda, no leak. */
    boolean leavesNothing() {
        return effect.deferredReads().isEmpty()
                && effect.deferredAssigned().isEmpty()
                && effect.leaks().isEmpty();
    }
}
