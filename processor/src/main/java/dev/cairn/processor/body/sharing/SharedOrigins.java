package dev.cairn.processor.body.sharing;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.sharing.SharedLinks.Origin;
import dev.cairn.processor.model.SharedValue.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells by the names of methods where the value of an expression comes from: which variable it is, shows or is held by. What is not
 * known for certain, as what a constructor keeps, comes from nowhere.
 */
final class SharedOrigins {
    private static final Set<String> VIEWS = Set.of(
            "keySet",
            "values",
            "entrySet",
            "subList",
            "headMap",
            "tailMap",
            "subMap",
            "headSet",
            "tailSet",
            "subSet",
            "descendingMap",
            "descendingSet",
            "descendingKeySet",
            "navigableKeySet",
            "reversed",
            "sequencedKeySet",
            "sequencedValues",
            "sequencedEntrySet");

    private static final Set<String> ELEMENTS = Set.of(
            "get",
            "getFirst",
            "getLast",
            "first",
            "last",
            "peek",
            "peekFirst",
            "peekLast",
            "element",
            "getOrDefault",
            "computeIfAbsent",
            "floor",
            "ceiling",
            "higher",
            "lower",
            "orElse",
            "orElseThrow");

    /** Steps of a stream that pass on the very elements. */
    private static final Set<String> STREAMS =
            Set.of("filter", "sorted", "limit", "skip", "distinct", "peek", "unordered", "parallel", "sequential");

    private static final Set<String> FOUND = Set.of("max", "min", "findFirst", "findAny");

    private final SharingWalk walk;

    SharedOrigins(SharingWalk walk) {
        this.walk = walk;
    }

    /** Where the value of an expression comes from; the expression has been walked. */
    List<Origin> of(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof AssignmentTree assignment) {
            return of(assignment.getVariable());
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            List<Origin> both = new ArrayList<>(of(conditional.getTrueExpression()));
            both.addAll(of(conditional.getFalseExpression()));
            return both;
        } else if (tree instanceof TypeCastTree cast) {
            return of(cast.getExpression());
        } else if (tree instanceof ArrayAccessTree access) {
            return as(Relation.ELEMENT, of(access.getExpression()));
        } else if (tree instanceof MethodInvocationTree call) {
            return ofCall(call);
        }
        int variable = walk.variable(tree);
        return variable < 0 ? List.of() : List.of(new Origin(variable, Relation.SAME));
    }

    private List<Origin> ofCall(MethodInvocationTree call) {
        List<Origin> known = walk.returned(call);
        if (known != null) {
            return known;
        }
        String name = Names.lastName(call.getMethodSelect());
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (name.startsWith("requireNonNull") && !arguments.isEmpty()) {
            return of(arguments.get(0));
        } else if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return List.of();
        } else if (isOf(select, "Collections") && !arguments.isEmpty()) {
            return ofCollections(name, arguments.get(0));
        } else if (isOf(select, "Arrays")) {
            return name.equals("asList") && arguments.size() == 1 ? as(Relation.VIEW, of(arguments.get(0))) : List.of();
        } else {
            return ofMember(name, arguments, select.getExpression(), call);
        }
    }

    private List<Origin> ofCollections(String name, ExpressionTree argument) {
        if (name.startsWith("unmodifiable") || name.startsWith("synchronized") || name.startsWith("checked")) {
            return as(Relation.VIEW, of(argument));
        }
        return name.equals("max") || name.equals("min") ? as(Relation.ELEMENT, of(argument)) : List.of();
    }

    private List<Origin> ofMember(
            String name, List<? extends ExpressionTree> arguments, ExpressionTree receiver, MethodInvocationTree call) {
        if (arguments.isEmpty() && isInput(receiver)) {
            return List.of(new Origin(walk.input(call.toString(), receiver), Relation.SAME));
        } else if (VIEWS.contains(name)) {
            return as(Relation.VIEW, of(receiver));
        } else if (!ELEMENTS.contains(name)) {
            return List.of();
        }
        List<Origin> found = Names.bare(receiver) instanceof MethodInvocationTree stream
                        && FOUND.contains(Names.lastName(stream.getMethodSelect()))
                        && stream.getMethodSelect() instanceof MemberSelectTree select
                ? ofStream(select.getExpression())
                : of(receiver);
        return as(Relation.ELEMENT, found);
    }

    /** Of a stream, where its elements come from. */
    private List<Origin> ofStream(ExpressionTree stream) {
        if (!(stream instanceof MethodInvocationTree call)
                || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return List.of();
        }
        String name = select.getIdentifier().toString();
        if (STREAMS.contains(name)) {
            return ofStream(select.getExpression());
        }
        return name.equals("stream") || name.equals("parallelStream") ? of(select.getExpression()) : List.of();
    }

    /** Whether an expression is one input of a join: {@code inputs.get(0)}, {@code inputs.left()}, or a variable that is one. */
    boolean isInput(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && walk.isInputs(select.getExpression())) {
            return call.getArguments().isEmpty()
                    || call.getArguments().get(0) instanceof LiteralTree
                            && select.getIdentifier().contentEquals("get");
        }
        return tree instanceof IdentifierTree && walk.isInput(tree);
    }

    /** Whether a value is a new collection that cannot be changed. */
    boolean isFrozen(Tree expression) {
        Tree tree = Names.bare(expression);
        if (!(tree instanceof MethodInvocationTree call)
                || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return false;
        }
        String name = select.getIdentifier().toString();
        return switch (name) {
            case "of", "copyOf", "ofEntries" -> isOf(select, "List") || isOf(select, "Set") || isOf(select, "Map");
            case "toList" -> call.getArguments().isEmpty();
            case "emptyList", "emptySet", "emptyMap", "singletonList", "singleton", "singletonMap", "nCopies" ->
                isOf(select, "Collections");
            default -> false;
        };
    }

    private static boolean isOf(MemberSelectTree select, String owner) {
        return Names.lastName(select.getExpression()).equals(owner);
    }

    private static List<Origin> as(Relation relation, List<Origin> origins) {
        return origins.stream().map(origin -> origin.as(relation)).toList();
    }
}
