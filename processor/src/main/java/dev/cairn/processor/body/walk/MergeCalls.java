package dev.cairn.processor.body.walk;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.FlowState;
import dev.cairn.processor.body.effect.MergeFound;
import dev.cairn.processor.model.MergeCall.Selection;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the calls {@code inputs.mergeInto(this, ..)} of joins: the one place where {@code this} goes to code that is known. */
final class MergeCalls {
    private final Walk walk;

    MergeCalls(Walk walk) {
        this.walk = walk;
    }

    /** Walks a call if it is one to {@code mergeInto} of the inputs of a join. */
    boolean merge(MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (!isMerge(tree)) {
            return false;
        }
        walk.walk(arguments.subList(1, arguments.size()));
        Selection selection = arguments.size() == 1 ? Selection.ALL : selection(arguments.get(1));
        BitSet named = new BitSet();
        if (selection == Selection.ONLY || selection == Selection.EXCEPT) {
            for (ExpressionTree argument : ((MethodInvocationTree) arguments.get(1)).getArguments()) {
                Integer artifact = constant(argument);
                if (artifact == null) {
                    selection = Selection.UNKNOWN;
                } else {
                    named.set(artifact);
                }
            }
        }
        FlowState state = walk.state;
        MergeFound merge = new MergeFound(
                selection,
                selection == Selection.UNKNOWN ? new BitSet() : named,
                (BitSet) state.assigned().clone(),
                (BitSet) state.maybeAssigned().clone(),
                walk.findings.place(tree));
        BitSet selected = merge.selected(walk.analysis.artifacts());
        walk.findings.merge(merge, selected, selection != Selection.UNKNOWN, state);
        return true;
    }

    private boolean isMerge(MethodInvocationTree tree) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        return tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("mergeInto")
                && select.getExpression() instanceof IdentifierTree inputs
                && walk.scopes.role(inputs.getName().toString()) == Role.INPUTS
                && (arguments.size() == 1 || arguments.size() == 2)
                && walk.names.isFlow(arguments.get(0));
    }

    private Selection selection(ExpressionTree argument) {
        if (argument instanceof MethodInvocationTree call
                && (call.getMethodSelect() instanceof IdentifierTree
                        || call.getMethodSelect() instanceof MemberSelectTree select
                                && Names.lastName(select.getExpression()).equals("Merge"))) {
            String name = Names.lastName(call.getMethodSelect());
            boolean isOwn = call.getMethodSelect() instanceof IdentifierTree
                    && walk.analysis.code().methods().containsKey(name);
            return isOwn
                    ? Selection.UNKNOWN
                    : switch (name) {
                        case "all" -> Selection.ALL;
                        case "only" -> Selection.ONLY;
                        case "except" -> Selection.EXCEPT;
                        default -> Selection.UNKNOWN;
                    };
        }
        return Selection.UNKNOWN;
    }

    private @Nullable Integer constant(ExpressionTree argument) {
        if (argument instanceof IdentifierTree identifier
                && walk.scopes.isLocal(identifier.getName().toString())) {
            return null;
        }
        return walk.analysis.constants().get(Names.lastName(argument));
    }
}
