package dev.cairn.processor.body.secret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.cairn.processor.body.code.Names;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the form of an expression which secret its value contains. Of methods, those of the JDK that pass on what they are given
 * are known by name. An object that is made with a secret, such as a client with its token, holds it; what its methods return does not.
 */
final class SecretExpressions {
    static final int NONE = -1;

    /** What is said of a method that is not one of the flow. */
    static final int UNKNOWN = -2;

    /** Is added to the number of a secret for an object that holds it. */
    private static final int HELD = 1 << 24;

    /** The classes of the JDK whose objects are as good as what they are made of. */
    private static final Set<String> TRANSPARENT = Set.of(
            "String",
            "StringBuilder",
            "StringBuffer",
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "List",
            "Set",
            "Map",
            "Optional",
            "Stream",
            "Arrays",
            "Collections",
            "Objects",
            "IncludedFile");

    /** Methods whose result has what the receiver has. */
    private static final Set<String> OF_RECEIVER = Set.of(
            "strip",
            "stripLeading",
            "stripTrailing",
            "trim",
            "toString",
            "intern",
            "toLowerCase",
            "toUpperCase",
            "concat",
            "formatted",
            "replace",
            "replaceAll",
            "repeat",
            "substring",
            "getBytes",
            "toCharArray",
            "clone",
            "get",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "text",
            "bytes",
            "append",
            "toList",
            "stream",
            "keySet",
            "values",
            "entrySet");

    /** Methods whose result has what an argument has. */
    private static final Set<String> OF_ARGUMENT = Set.of(
            "of",
            "ofNullable",
            "ofText",
            "ofBytes",
            "entry",
            "copyOf",
            "asList",
            "singleton",
            "singletonList",
            "singletonMap",
            "valueOf",
            "toString",
            "format",
            "formatted",
            "join",
            "concat",
            "append",
            "requireNonNull",
            "requireNonNullElse",
            "encode",
            "encodeToString",
            "wrap");

    /** Those of them that make an object of the class that they are called on. */
    private static final Set<String> FACTORIES = Set.of("of", "valueOf", "copyOf");

    private final ToIntFunction<Tree> variables;
    private final ToIntFunction<MethodInvocationTree> results;

    /**
     * With the context of a place.
     *
     * @param variables which secret a name contains, a field or a local variable
     * @param results which secret the result of a method of the flow contains; {@link #UNKNOWN} for other methods
     */
    SecretExpressions(ToIntFunction<Tree> variables, ToIntFunction<MethodInvocationTree> results) {
        this.variables = variables;
        this.results = results;
    }

    /** The secret that is in the value of an expression, or {@link #NONE}. */
    int in(@Nullable Tree expression) {
        if (expression == null) {
            return NONE;
        }
        Tree tree = Names.bare(expression);
        if (tree instanceof TypeCastTree cast) {
            return in(cast.getExpression());
        } else if (tree instanceof AssignmentTree assignment) {
            return in(assignment.getExpression());
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return either(conditional.getTrueExpression(), conditional.getFalseExpression());
        } else if (tree instanceof BinaryTree binary) {
            return binary.getKind() == Tree.Kind.PLUS
                    ? either(binary.getLeftOperand(), binary.getRightOperand())
                    : NONE;
        } else if (tree instanceof ArrayAccessTree access) {
            return part(in(access.getExpression()));
        } else if (tree instanceof NewArrayTree array) {
            return any(array.getInitializers());
        } else if (tree instanceof NewClassTree instance) {
            return made(instance.getIdentifier(), instance.getArguments());
        } else if (tree instanceof MethodInvocationTree call) {
            return inCall(call);
        }
        return variables.applyAsInt(tree);
    }

    private int inCall(MethodInvocationTree call) {
        int own = results.applyAsInt(call);
        if (own != UNKNOWN) {
            return own;
        }
        int result = NONE;
        String name = Names.lastName(call.getMethodSelect());
        if (OF_RECEIVER.contains(name) && call.getMethodSelect() instanceof MemberSelectTree select) {
            result = part(in(select.getExpression()));
        }
        if (result != NONE || !OF_ARGUMENT.contains(name)) {
            return result;
        }
        return FACTORIES.contains(name) && call.getMethodSelect() instanceof MemberSelectTree select
                ? made(select.getExpression(), call.getArguments())
                : any(call.getArguments());
    }

    /** What an object has that is made of some arguments. */
    private int made(Tree type, List<? extends ExpressionTree> arguments) {
        int secret = any(arguments);
        Tree generic = type instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : type;
        return secret == NONE || TRANSPARENT.contains(Names.lastName(generic)) ? secret : secret | HELD;
    }

    /** What a part of a value has, an element or what a method gives back; what an object holds is out of sight. */
    static int part(int secret) {
        return secret >= HELD ? NONE : secret;
    }

    /** The field of the secret that a value has. */
    static int field(int secret) {
        return secret & ~HELD;
    }

    private int either(ExpressionTree one, ExpressionTree other) {
        int secret = in(one);
        return secret == NONE ? in(other) : secret;
    }

    /** The first secret that is in one of some expressions. */
    int any(@Nullable List<? extends ExpressionTree> expressions) {
        return expressions == null
                ? NONE
                : expressions.stream()
                        .mapToInt(this::in)
                        .filter(secret -> secret != NONE)
                        .findFirst()
                        .orElse(NONE);
    }
}
