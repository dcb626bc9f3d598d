package dev.cairn.processor.body.walk;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.cairn.processor.body.code.Family;
import dev.cairn.processor.body.code.KnownFunctions;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.Value.Shape;
import dev.cairn.processor.body.code.Value.Tie;
import dev.cairn.processor.body.code.ValueTypes;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.Fields;
import dev.cairn.processor.body.effect.Root;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells what the value of an expression belongs to: it follows variables, members, elements, and methods that hand out parts. */
final class ValueRoots {
    /** What gives all inputs of a join again, or some of them. */
    private static final Set<String> SOME_INPUTS = Set.of(
            "stream",
            "parallelStream",
            "toList",
            "filter",
            "sorted",
            "distinct",
            "limit",
            "skip",
            "peek",
            "takeWhile",
            "dropWhile");

    /** What gives one of them; where it may be missing, it is seen through the {@code Optional}. */
    private static final Set<String> ONE_INPUT = Set.of("get", "findFirst", "findAny", "min", "max");

    private static final Set<String> SAME_INPUT = Set.of("get", "orElseThrow");

    private final Walk walk;
    private final Fields fields;
    private final ValueTypes types;

    ValueRoots(Walk walk) {
        this.walk = walk;
        this.fields = walk.analysis.code().fields();
        this.types = walk.analysis.code().types();
    }

    /** What the value of an expression belongs to; null if to nothing, as far as is seen, or if it cannot change. */
    @Nullable
    Value of(@Nullable Tree expression) {
        if (expression == null) {
            return null;
        }
        Tree tree = Names.bare(expression);
        Value value = switch (tree.getKind()) {
            case IDENTIFIER -> variable((IdentifierTree) tree);
            case MEMBER_SELECT -> member((MemberSelectTree) tree);
            case ARRAY_ACCESS -> element((ArrayAccessTree) tree);
            case TYPE_CAST -> of(((TypeCastTree) tree).getExpression());
            case CONDITIONAL_EXPRESSION ->
                Value.either(
                        of(((ConditionalExpressionTree) tree).getTrueExpression()),
                        of(((ConditionalExpressionTree) tree).getFalseExpression()));
            case METHOD_INVOCATION -> result((MethodInvocationTree) tree);
            default -> null;
        };
        return value == null || types.isConstant(value.type()) ? null : value;
    }

    private @Nullable Value variable(IdentifierTree tree) {
        String name = tree.getName().toString();
        Names.Field field = walk.names.field(tree);
        if (field != null) {
            return field(field);
        } else if (walk.scopes.role(name) == Role.INPUTS) {
            return new Value(List.of(new Root(Root.Kind.INPUT, 0, "")), null, Shape.INPUTS, Tie.SURE);
        }
        return walk.scopes.value(name);
    }

    /** A field that the code has assigned by itself holds what is its own. */
    private @Nullable Value field(Names.Field field) {
        int number = field.number();
        if (!walk.analysis.artifacts().get(number) || walk.state.isAssigned(number)) {
            return null;
        }
        Value value = Value.of(new Root(Root.Kind.FIELD, number, fields.name(number)), fields.type(number));
        return field.certain() ? value : value.perhaps();
    }

    private @Nullable Value member(MemberSelectTree tree) {
        Names.Field field = walk.names.field(tree);
        if (field != null) {
            return field(field);
        }
        Value owner = of(tree.getExpression());
        return owner == null ? null : owner.part(types.field(owner.type(), tree.getIdentifier()));
    }

    private @Nullable Value element(ArrayAccessTree tree) {
        Value array = of(tree.getExpression());
        return array == null ? null : array.part(types.element(array.type()));
    }

    private @Nullable Value result(MethodInvocationTree call) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return null;
        }
        Value receiver = of(select.getExpression());
        return receiver == null
                ? held(call, select)
                : result(
                        receiver,
                        select.getIdentifier().toString(),
                        call.getArguments().size(),
                        call);
    }

    /** A new object that holds values, as {@code List.of(..)} makes it: what is done to its elements is done to them. */
    private @Nullable Value held(MethodInvocationTree call, MemberSelectTree select) {
        String name = Names.lastName(select.getExpression());
        String type = KnownFunctions.holder(name, select.getIdentifier().toString());
        if (type == null
                || !(select.getExpression() instanceof IdentifierTree)
                || fields.number(name) >= 0
                || walk.scopes.isLocal(name)
                || !walk.analysis.code().jdkNames().means(name)) {
            return null;
        }
        Value any = null;
        boolean isOneType = true;
        for (ExpressionTree argument : call.getArguments()) {
            Value value = of(argument);
            if (value != null) {
                isOneType &= any == null || String.valueOf(any.type()).equals(String.valueOf(value.type()));
                any = any == null ? value : Value.either(any, value);
            }
        }
        if (any == null) {
            return null;
        } else if (call.getArguments().size() == 1
                && any.type() instanceof ArrayType array
                && !array.getComponentType().getKind().isPrimitive()) {
            return null; // its elements may be meant
        }
        Value held = call.getArguments().size() == 1 ? any : any.perhaps();
        return held.shape() == Shape.INPUT
                ? held.part(Shape.INPUTS)
                : held.part(isOneType ? types.generic(type, held.type()) : null);
    }

    private @Nullable Value result(Value receiver, String method, int arguments, Tree call) {
        return switch (receiver.shape()) {
            case INPUTS -> {
                if (SOME_INPUTS.contains(method)) {
                    yield receiver.part(Shape.INPUTS);
                }
                boolean isStep =
                        arguments == 0 && walk.analysis.code().methods().containsKey(method);
                yield isStep || ONE_INPUT.contains(method) ? receiver.part(Shape.INPUT) : null;
            }
            case INPUT -> {
                int artifact = arguments == 0 ? fields.number(method) : -1;
                if (artifact >= 0 && walk.analysis.artifacts().get(artifact)) {
                    yield artifact(receiver, artifact, call);
                }
                yield arguments == 0 && SAME_INPUT.contains(method) ? receiver : null;
            }
            case PLAIN -> part(receiver, method, arguments);
        };
    }

    private Value artifact(Value input, int artifact, Tree call) {
        List<Root> roots = input.roots().stream()
                .map(root -> new Root(root.kind(), root.number(), fields.name(artifact), call))
                .toList();
        return new Value(roots, fields.type(artifact), Shape.PLAIN, input.tie());
    }

    private @Nullable Value part(Value receiver, String method, int arguments) {
        Family family = types.family(receiver.type());
        if (family == Family.NONE) {
            TypeMirror type =
                    isGetter(receiver.type(), method, arguments) ? types.getter(receiver.type(), method) : null;
            return type == null ? null : receiver.part(type);
        }
        return family.handsOut(method) ? receiver.part(type(family, receiver.type(), method)) : null;
    }

    /** Whether a method gives a component of a record or a field: by its body, or by its name if that is all there is to see. */
    boolean isGetter(@Nullable TypeMirror type, String method, int arguments) {
        return arguments == 0
                && types.getter(type, method) != null
                && switch (walk.analysis.ownMethods().of(type, method, 0)) {
                    case UNKNOWN, GIVES -> true;
                    default -> false;
                };
    }

    private @Nullable TypeMirror type(Family family, @Nullable TypeMirror type, String method) {
        return switch (family) {
            case COLLECTION ->
                switch (method) {
                    case "get", "getFirst", "getLast", "first", "last", "element", "peek", "peekFirst", "peekLast" ->
                        types.element(type);
                    case "ceiling", "floor", "higher", "lower" -> types.element(type);
                    case "stream", "parallelStream" -> types.generic("java.util.stream.Stream", types.element(type));
                    case "iterator", "descendingIterator" -> types.generic("java.util.Iterator", types.element(type));
                    case "listIterator" -> types.generic("java.util.ListIterator", types.element(type));
                    case "subList", "reversed", "headSet", "tailSet", "subSet", "descendingSet" -> type;
                    default -> null;
                };
            case MAP -> map(type, method);
            case OPTIONAL ->
                method.equals("stream")
                        ? types.generic("java.util.stream.Stream", types.element(type))
                        : types.element(type);
            case ENTRY -> types.argument(type, method.equals("getKey") ? 0 : 1);
            case ITERATOR -> method.equals("forEachRemaining") ? null : types.element(type);
            case STREAM ->
                switch (method) {
                    case "map", "forEach", "forEachOrdered" -> null;
                    case "findFirst", "findAny", "min", "max" ->
                        types.generic("java.util.Optional", types.element(type));
                    case "toList" -> types.generic("java.util.List", types.element(type));
                    default -> type;
                };
            default -> null;
        };
    }

    private @Nullable TypeMirror map(@Nullable TypeMirror type, String method) {
        TypeMirror key = types.argument(type, 0);
        TypeMirror value = types.argument(type, 1);
        return switch (method) {
            case "get", "getOrDefault" -> value;
            case "keySet" -> types.generic("java.util.Set", key);
            case "navigableKeySet", "descendingKeySet" -> types.generic("java.util.NavigableSet", key);
            case "values" -> types.generic("java.util.Collection", value);
            case "entrySet" -> types.generic("java.util.Set", types.generic("java.util.Map.Entry", key, value));
            case "firstKey", "lastKey", "ceilingKey", "floorKey", "higherKey", "lowerKey" -> key;
            case "headMap", "tailMap", "subMap", "descendingMap" -> type;
            case "forEach" -> null;
            default -> types.generic("java.util.Map.Entry", key, value);
        };
    }
}
