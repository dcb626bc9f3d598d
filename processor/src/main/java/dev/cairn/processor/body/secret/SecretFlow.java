package dev.cairn.processor.body.secret;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.effect.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows secrets through the methods of a flow: into local variables, through arguments and results, to the artifacts. Whatever holds
 * a secret somewhere in a method counts as holding it everywhere. Used by one thread.
 */
public final class SecretFlow {
    /**
     * A place where a secret gets into an artifact.
     *
     * @param artifact the number of its field
     * @param secret the number of the field of the parameter
     * @param certain whether the field of the parameter itself is assigned
     * @param place where
     */
    public record Use(int artifact, int secret, boolean certain, Place place) {}

    private final FlowCode code;
    private final BitSet secrets;
    private final BitSet targets;
    private final Map<VariableTree, Integer> parameters = new IdentityHashMap<>();
    private final Map<MethodTree, Integer> results = new IdentityHashMap<>();
    private final Map<Integer, Integer> others = new HashMap<>(); // by field that is not stored
    private boolean grown;

    /**
     * For a flow.
     *
     * @param secrets the fields of secret parameters
     * @param artifacts the fields of all artifacts and parameters
     */
    public SecretFlow(FlowCode code, BitSet secrets, BitSet artifacts) {
        this.code = code;
        this.secrets = secrets;
        this.targets = (BitSet) artifacts.clone();
        this.targets.andNot(secrets);
    }

    /** The places, method by method in the order of the source. */
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        do {
            grown = false;
            uses.clear();
            for (Tree member : secrets.isEmpty() ? List.<Tree>of() : code.tree().getMembers()) {
                if (member instanceof MethodTree method && method.getBody() != null) {
                    uses.addAll(new SecretWalk(this, method).uses());
                }
            }
        } while (grown);
        return uses;
    }

    FlowCode code() {
        return code;
    }

    boolean isSecret(int field) {
        return field >= 0 && secrets.get(field);
    }

    boolean isTarget(int field) {
        return field >= 0 && targets.get(field);
    }

    /** The method of the flow that a call means; empty if it is none, or may be one of several. */
    Optional<MethodTree> called(MethodInvocationTree call) {
        List<MethodTree> methods = isOwn(call.getMethodSelect())
                ? code.methods(
                        Names.lastName(call.getMethodSelect()),
                        call.getArguments().size())
                : List.of();
        return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
    }

    private static boolean isOwn(Tree method) {
        return method instanceof IdentifierTree
                || method instanceof MemberSelectTree select
                        && Names.lastName(select.getExpression()).equals("this");
    }

    /** Which secret a field holds that is no artifact, or is the parameter itself. */
    int field(int field) {
        return isSecret(field) ? field : others.getOrDefault(field, SecretExpressions.NONE);
    }

    void holds(int field, int secret) {
        grown |= !isSecret(field) && others.putIfAbsent(field, secret) == null;
    }

    int parameter(VariableTree parameter) {
        return parameters.getOrDefault(parameter, SecretExpressions.NONE);
    }

    int result(MethodInvocationTree call) {
        return called(call)
                .map(method -> results.getOrDefault(method, SecretExpressions.NONE))
                .orElse(SecretExpressions.UNKNOWN);
    }

    void passes(VariableTree parameter, int secret) {
        grown |= secret != SecretExpressions.NONE && parameters.putIfAbsent(parameter, secret) == null;
    }

    void returns(MethodTree method, int secret) {
        grown |= secret != SecretExpressions.NONE && results.putIfAbsent(method, secret) == null;
    }
}
