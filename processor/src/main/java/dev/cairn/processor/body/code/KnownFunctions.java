package dev.cairn.processor.body.code;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The static methods and constructors of the JDK of which it is known what they do to their arguments. */
public final class KnownFunctions {
    private static final Set<String> COPIES = Set.of(
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "PriorityQueue",
            "HashMap",
            "LinkedHashMap",
            "TreeMap");

    private static final Map<String, Set<String>> LOOK = Map.of(
            "String", Set.of("valueOf", "format", "join"),
            "Objects", Set.of("equals", "hash", "hashCode", "toString", "isNull", "nonNull"),
            "Arrays",
                    Set.of(
                            "toString",
                            "deepToString",
                            "equals",
                            "deepEquals",
                            "hashCode",
                            "deepHashCode",
                            "binarySearch",
                            "compare",
                            "mismatch"),
            "Collections", Set.of("frequency", "disjoint", "binarySearch"));

    /** What hands on the elements of its first argument, in a new object. */
    private static final Map<String, Set<String>> COPY = Map.of(
            "List", Set.of("copyOf"),
            "Set", Set.of("copyOf"),
            "Map", Set.of("copyOf"),
            "Arrays", Set.of("copyOf", "copyOfRange", "stream"),
            "Collections", Set.of("min", "max"));

    private static final Map<String, Set<String>> CHANGE = Map.of(
            "Collections", Set.of("sort", "reverse", "shuffle", "swap", "fill", "rotate", "addAll", "replaceAll"),
            "Arrays", Set.of("sort", "parallelSort", "fill", "setAll", "parallelSetAll", "parallelPrefix"));

    /** What makes an object that holds its arguments and cannot be changed itself, with the type of that. */
    private static final Map<String, Map<String, String>> HOLD = Map.of(
            "Optional", Map.of("of", "java.util.Optional", "ofNullable", "java.util.Optional"),
            "List", Map.of("of", "java.util.List"),
            "Set", Map.of("of", "java.util.Set"),
            "Stream", Map.of("of", "java.util.stream.Stream", "ofNullable", "java.util.stream.Stream"),
            "Collections", Map.of("singletonList", "java.util.List", "singleton", "java.util.Set"));

    private KnownFunctions() {}

    /** The type of what a method makes that holds its arguments; null if it is not known to. */
    public static @Nullable String holder(String className, String method) {
        return HOLD.getOrDefault(className, Map.of()).get(method);
    }

    /** Whether the constructors of a class that take a collection or map copy what it holds. */
    public static boolean copies(String className) {
        return COPIES.contains(className);
    }

    /** Whether a method only looks at all of its arguments. */
    public static boolean looks(String className, String method) {
        return LOOK.getOrDefault(className, Set.of()).contains(method);
    }

    /** Whether a method hands on what its first argument holds, and else only looks at it. */
    public static boolean copies(String className, String method) {
        return COPY.getOrDefault(className, Set.of()).contains(method);
    }

    /** The argument that a method changes; -1 if it is not known to change one. */
    public static int changed(String className, String method) {
        if (className.equals("System")) {
            return method.equals("arraycopy") ? 2 : -1;
        }
        return CHANGE.getOrDefault(className, Set.of()).contains(method) ? 0 : -1;
    }

    /** The name of a class without its type arguments and annotations. */
    public static Tree bareType(Tree type) {
        Tree name = type;
        while (name instanceof ParameterizedTypeTree || name instanceof AnnotatedTypeTree) {
            name = name instanceof ParameterizedTypeTree parameterized
                    ? parameterized.getType()
                    : ((AnnotatedTypeTree) name).getUnderlyingType();
        }
        return name;
    }
}
