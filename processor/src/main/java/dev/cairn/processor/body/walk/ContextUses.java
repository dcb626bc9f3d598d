package dev.cairn.processor.body.walk;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.model.BodyModel.PlaceRead;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a step may ask its {@code TaskContext} of its place in the foreaches around it, and of parameters, by names alone: everything,
 * once it uses the context for anything but a call that is known. Mutable, used for one step.
 */
public final class ContextUses extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** What tells nothing of the place. */
    private static final Set<String> ELSEWHERE = Set.of(
            "attempt",
            "checkpoint",
            "datastore",
            "files",
            "flowName",
            "iteration",
            "log",
            "parameters",
            "restored",
            "runId",
            "stepName",
            "tags",
            "wrap",
            "wrapSupplier");

    /** What tells the position of the element, but not how many there are. */
    private static final Set<String> POSITION = Set.of("path", "taskId");

    private final Set<String> contexts = new HashSet<>();
    private PlaceRead most = PlaceRead.NOTHING;
    private boolean parameters;

    private ContextUses() {}

    /** Looks through a step. */
    public static ContextUses of(MethodTree step, Analysis analysis) {
        ContextUses uses = new ContextUses();
        for (VariableTree parameter : step.getParameters()) {
            if (analysis.role(parameter.getType()) == Role.CONTEXT) {
                uses.contexts.add(parameter.getName().toString());
            }
        }
        uses.scan(step.getBody(), null);
        return uses;
    }

    /** The most that it may learn of its place. */
    public PlaceRead placeRead() {
        return most;
    }

    /** Whether it may get all parameters. */
    public boolean allParameters() {
        return parameters;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree receiver
                && isContext(receiver)) {
            String method = select.getIdentifier().toString();
            parameters |= method.equals("parameters");
            found(
                    ELSEWHERE.contains(method)
                            ? PlaceRead.NOTHING
                            : POSITION.contains(method) ? PlaceRead.INDEX : PlaceRead.STACK);
            scan(call.getArguments(), null);
            return null;
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
        if (isContext(identifier)) {
            parameters = true;
            found(PlaceRead.STACK);
        }
        return super.visitIdentifier(identifier, null);
    }

    private boolean isContext(IdentifierTree identifier) {
        return contexts.contains(identifier.getName().toString());
    }

    private void found(PlaceRead read) {
        most = read.compareTo(most) > 0 ? read : most;
    }
}
