package dev.cairn.processor.body.walk;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cairn.processor.body.code.Family;
import dev.cairn.processor.body.code.KnownFunctions;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.OwnMethods;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.Value.Shape;
import dev.cairn.processor.body.code.ValueTypes;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.Root;
import java.util.List;
import java.util.Set;

/** Tells what calls, and references to methods, do with the values of their receivers and arguments. */
final class ReceiverUses {
    /** The methods that give parts of their receiver to functions. */
    private static final Set<String> TAKES_FUNCTIONS = Set.of(
            "forEach",
            "forEachOrdered",
            "forEachRemaining",
            "filter",
            "map",
            "mapToInt",
            "mapToLong",
            "mapToDouble",
            "sorted",
            "peek",
            "takeWhile",
            "dropWhile",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "min",
            "max",
            "ifPresent");

    /** The methods that go through their argument and keep its elements. */
    private static final Set<String> TAKES_ELEMENTS = Set.of("addAll", "putAll");

    /** The methods that only compare their arguments with what they hold. */
    private static final Set<String> COMPARES = Set.of(
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "equals",
            "indexOf",
            "lastIndexOf",
            "removeAll",
            "retainAll",
            "remove",
            "get");

    private final Walk walk;
    private final Uses uses;
    private final ValueRoots values;
    private final ValueTypes types;
    private final HelperUses helpers;
    private final FunctionUses functions;
    private final OtherClassUses others;

    ReceiverUses(
            Walk walk,
            Uses uses,
            ValueRoots values,
            HelperUses helpers,
            FunctionUses functions,
            OtherClassUses others) {
        this.walk = walk;
        this.uses = uses;
        this.values = values;
        this.types = walk.analysis.code().types();
        this.helpers = helpers;
        this.functions = functions;
        this.others = others;
    }

    void call(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            String name = Names.lastName(call.getMethodSelect());
            helpers.call(name, call);
            if (!walk.analysis.code().methods().containsKey(name)
                    && !walk.analysis.code().inherited().knows(name)) {
                others.imported(name, call);
            }
            return;
        }
        ExpressionTree receiver = select.getExpression();
        String method = select.getIdentifier().toString();
        if (walk.names.isFlow(receiver) || walk.names.isFlowClass(receiver)) {
            helpers.call(method, call);
            return;
        }
        Value value = values.of(receiver);
        if (value != null) {
            uses.follow(receiver);
            if (value.shape() == Shape.PLAIN) {
                known(call, receiver, value, method);
            } else if (functions(value, method, call.getArguments())) {
                uses.look(receiver);
            }
        } else if (!functions.call(receiver, call)) {
            function(receiver, method, call);
        }
    }

    private void known(MethodInvocationTree call, ExpressionTree receiver, Value value, String method) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        Family family = types.family(value.type());
        if (family == Family.NONE) {
            own(call, receiver, value, method);
            return;
        } else if (COMPARES.contains(method)) {
            arguments.forEach(uses::look);
        } else if (TAKES_ELEMENTS.contains(method)) {
            arguments.forEach(uses::lookIfPartsAreConstant);
        }
        if (family.changes(method)) {
            if (family != Family.ENTRY || !isItem(value)) {
                uses.change(value, call);
            }
        } else if (functions(value, method, arguments)
                && (family.looks(method)
                        || family.handsOut(method) && (uses.isLooked(call) || values.of(call) == null))) {
            uses.look(receiver);
        }
    }

    /** Whether a value is an item, or part of one: an entry among them is never changed, it throws. */
    private static boolean isItem(Value value) {
        return value.roots().stream().allMatch(root -> root.kind() == Root.Kind.ITEM);
    }

    /** A method of a type of the user's: its body tells what it does, or its name if it gives or sets a field. */
    private void own(MethodInvocationTree call, ExpressionTree receiver, Value value, String method) {
        int arguments = call.getArguments().size();
        switch (walk.analysis.ownMethods().of(value.type(), method, arguments)) {
            case CHANGES -> uses.change(value, call);
            case MAY_CHANGE -> uses.change(value.perhaps(), call);
            case LOOKS -> uses.look(receiver);
            case GIVES, UNKNOWN -> named(call, receiver, value, method);
            case OTHER -> {} // may do anything
        }
        others.call(value, method, call);
    }

    private void named(MethodInvocationTree call, ExpressionTree receiver, Value value, String method) {
        int arguments = call.getArguments().size();
        if (values.isGetter(value.type(), method, arguments) && (uses.isLooked(call) || values.of(call) == null)) {
            uses.look(receiver);
        } else if (arguments == 1 && types.isSetter(value.type(), method)) {
            uses.change(value, call);
        }
    }

    /** Tells functions what they get from a receiver; false if something that cannot be followed gets it. */
    private boolean functions(Value value, String method, List<? extends ExpressionTree> arguments) {
        if (!TAKES_FUNCTIONS.contains(method) || value.shape() == Shape.PLAIN && uses.holdsConstants(value)) {
            return true;
        }
        boolean all = true;
        for (ExpressionTree argument : arguments) {
            all &= functions.apply(argument, number -> part(value, number));
        }
        return all;
    }

    /** What the parameter of this number gets of what a receiver holds. */
    private Value part(Value value, int parameter) {
        return value.shape() != Shape.PLAIN
                ? value.part(Shape.INPUT)
                : types.family(value.type()) == Family.MAP
                        ? value.part(types.argument(value.type(), parameter))
                        : value.part(types.element(value.type()));
    }

    /** A static method of the JDK, or what prints. */
    private void function(ExpressionTree receiver, String method, MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        String name = receiver instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : "";
        if (prints(receiver, method)) {
            arguments.forEach(uses::look);
        } else if (!name.isEmpty() && isClass(name)) {
            int changed = KnownFunctions.changed(name, method);
            if (values.of(call) != null) {
                arguments.forEach(argument -> uses.pass(call, argument));
            } else if (KnownFunctions.looks(name, method)) {
                arguments.forEach(uses::look);
            } else if (KnownFunctions.copies(name, method) && arguments.size() > 0) {
                uses.lookIfPartsAreConstant(arguments.get(0));
            } else if (changed >= 0 && changed < arguments.size()) {
                uses.follow(arguments.get(changed));
                uses.change(values.of(arguments.get(changed)), call);
            }
        } else {
            others.call(receiver, method, call);
        }
    }

    private boolean prints(ExpressionTree receiver, String method) {
        return switch (method) {
            case "println", "print", "printf" ->
                receiver instanceof MemberSelectTree stream
                        && stream.getExpression() instanceof IdentifierTree system
                        && system.getName().contentEquals("System")
                        && isClass("System");
            case "log" ->
                receiver instanceof IdentifierTree context
                        && walk.scopes.role(context.getName().toString()) == Role.CONTEXT;
            default -> false;
        };
    }

    private boolean isClass(String name) {
        return walk.analysis.code().fields().number(name) < 0
                && !walk.scopes.isLocal(name)
                && walk.analysis.code().jdkNames().means(name);
    }

    /** A reference to a method of a value: it is called at any time. */
    void reference(MemberReferenceTree tree) {
        ExpressionTree receiver = tree.getQualifierExpression();
        Value value = tree.getMode() == ReferenceMode.NEW ? null : values.of(receiver);
        if (value == null || value.shape() != Shape.PLAIN) {
            return;
        }
        String method = tree.getName().toString();
        Family family = types.family(value.type());
        uses.follow(receiver);
        if (family == Family.NONE) {
            switch (walk.analysis.ownMethods().of(value.type(), method, OwnMethods.ANY)) {
                case CHANGES, MAY_CHANGE -> uses.change(value.perhaps(), tree);
                case LOOKS -> uses.look(receiver);
                case GIVES, UNKNOWN, OTHER -> {} // may do anything
            }
        } else if (family.changes(method)) {
            uses.change(value, tree);
        } else if (family.looks(method) || family.handsOut(method) && uses.holdsConstants(value)) {
            uses.look(receiver);
        }
    }
}
