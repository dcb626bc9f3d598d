package dev.cairn.processor.body.walk;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.Family;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.ValueTypes;
import dev.cairn.processor.body.code.VariableScopes.LocalFunction;
import dev.cairn.processor.body.effect.ChangeFound;
import dev.cairn.processor.body.effect.InPlace;
import dev.cairn.processor.body.effect.Root;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells what lambdas, and methods that are referred to, do with the values that are passed to them. */
final class FunctionUses {
    private final Walk walk;
    private final Uses uses;
    private final ValueRoots values;
    private final ValueTypes types;
    private final OtherClassUses others;

    /** The functions that were walked once more, with what they got. */
    private final Set<List<Object>> known = new HashSet<>();

    private @Nullable Set<String> assigned;

    FunctionUses(Walk walk, Uses uses, ValueRoots values, OtherClassUses others) {
        this.walk = walk;
        this.uses = uses;
        this.values = values;
        this.types = walk.analysis.code().types();
        this.others = others;
    }

    /** A local variable stands for a function if it starts with one, and is never assigned: in a loop that may be before its use. */
    void declared(VariableTree variable) {
        if (variable.getInitializer() != null
                && Names.bare(variable.getInitializer()) instanceof ExpressionTree function
                && (function instanceof LambdaExpressionTree || function instanceof MemberReferenceTree)
                && !assigned().contains(variable.getName().toString())) {
            walk.scopes.bind(variable.getName().toString(), function);
        }
    }

    /** The names of all variables that the member assigns. */
    private Set<String> assigned() {
        if (assigned == null) {
            Set<String> names = new HashSet<>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
                    names.add(Names.lastName(tree.getVariable()));
                    return super.visitAssignment(tree, null);
                }
            }.scan(walk.member, null);
            assigned = names;
        }
        return assigned;
    }

    /**
     * A function is called with values, once it is walked or before: a lambda's parameters are other names for them.
     *
     * @param passed gives what the parameter of a number gets
     * @return false if it is nothing that can be followed
     */
    boolean apply(ExpressionTree function, IntFunction<@Nullable Value> passed) {
        Tree tree = Names.bare(function);
        if (tree instanceof LambdaExpressionTree lambda) {
            List<? extends VariableTree> parameters = lambda.getParameters();
            for (int i = 0; i < parameters.size(); i++) {
                uses.name(parameters.get(i), passed.apply(i));
            }
            return true;
        } else if (tree instanceof IdentifierTree name) {
            LocalFunction local = walk.scopes.function(name.getName().toString());
            return local != null && again(local, passed);
        }
        return tree instanceof MemberReferenceTree reference && reference(reference, passed);
    }

    /** A call of a local variable that stands for a function; false if it is none, or gets nothing that belongs to something. */
    boolean call(ExpressionTree receiver, MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        LocalFunction function = receiver instanceof IdentifierTree name
                ? walk.scopes.function(name.getName().toString())
                : null;
        if (function == null || arguments.stream().allMatch(argument -> values.of(argument) == null)) {
            return false;
        }
        boolean isFollowed =
                again(function, number -> number < arguments.size() ? values.of(arguments.get(number)) : null);
        if (isFollowed) {
            arguments.forEach(uses::look);
        }
        return true;
    }

    /** A function that was walked where it is written, before anybody knew what it would get. */
    private boolean again(LocalFunction function, IntFunction<@Nullable Value> passed) {
        boolean isFollowed = apply(function.tree(), passed);
        if (function.tree() instanceof LambdaExpressionTree lambda) {
            if (known.add(call(lambda, passed))) {
                walk.scopes.within(function.around(), () -> walk.walk(lambda));
            }
            lambda.getParameters().forEach(uses::forget);
        }
        return isFollowed;
    }

    /** What makes a call of a lambda the same as another one: each does to the same values the same. */
    private static List<Object> call(LambdaExpressionTree lambda, IntFunction<@Nullable Value> passed) {
        List<Object> call = new ArrayList<>(List.of(lambda));
        for (int i = 0; i < lambda.getParameters().size(); i++) {
            Value value = passed.apply(i);
            call.add(
                    value == null
                            ? ""
                            : List.of(value.roots(), value.tie(), value.shape(), String.valueOf(value.type())));
        }
        return call;
    }

    private boolean reference(MemberReferenceTree reference, IntFunction<@Nullable Value> passed) {
        ExpressionTree qualifier = reference.getQualifierExpression();
        String method = reference.getName().toString();
        if (reference.getMode() == ReferenceMode.NEW || values.of(qualifier) != null) {
            return false; // who calls it passes something on, to something that is known elsewhere
        } else if (walk.names.isFlow(qualifier) || walk.names.isFlowClass(qualifier)) {
            return ofFlow(reference, method, passed);
        }
        if (others.reference(reference, passed)) {
            return true;
        }
        Value value = passed.apply(0);
        Family family = value == null ? Family.NONE : types.family(value.type());
        if (value == null) {
            return false;
        } else if (family == Family.NONE) {
            return ofUser(reference, value, method);
        } else if (family.changes(method)) {
            uses.change(value, reference);
            return true;
        }
        return family.looks(method);
    }

    /** A method of a type of the user's, called on the value with nothing else; a static one of that name is not known. */
    private boolean ofUser(MemberReferenceTree reference, Value value, String method) {
        return switch (walk.analysis.ownMethods().of(value.type(), method, 0)) {
            case CHANGES -> {
                uses.change(value, reference);
                yield true;
            }
            case MAY_CHANGE -> {
                uses.change(value.perhaps(), reference);
                yield true;
            }
            case LOOKS -> true;
            case GIVES -> types.isConstant(types.getter(value.type(), method));
            case UNKNOWN, OTHER -> false;
        };
    }

    /** A method of the flow: it does to what it gets what its body does to its parameters. */
    private boolean ofFlow(MemberReferenceTree reference, String name, IntFunction<@Nullable Value> passed) {
        List<MethodTree> methods = walk.analysis.code().methods().getOrDefault(name, List.of());
        MethodTree method = methods.size() == 1 ? methods.get(0) : null;
        if (method == null || method.getBody() == null || FlowCode.isVariable(method)) {
            return false;
        }
        InPlace effect = walk.analysis.effects().of(method).inPlace();
        for (ChangeFound change : effect.changes()) {
            Value value = change.root().kind() == Root.Kind.PARAMETER
                    ? passed.apply(change.root().number())
                    : null;
            if (value != null && value.tie() != Value.Tie.ONCE) {
                value.roots()
                        .forEach(root -> walk.findings.change(
                                change.root().seenFrom(root),
                                false,
                                name,
                                effect.lost().contains(change.root()),
                                reference,
                                walk.state));
            }
        }
        int parameters = method.getParameters().size();
        IntStream.range(0, parameters)
                .filter(effect.mayChangeParameters()::get)
                .mapToObj(passed)
                .filter(Objects::nonNull)
                .forEach(value -> value.roots().forEach(walk.findings::mayChange));
        return walk.analysis.effects().isComplete(method)
                && IntStream.range(0, parameters).noneMatch(effect::keeps);
    }
}
