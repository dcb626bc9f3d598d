package dev.cairn.engine.fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls whose effect depends on what no class file shows. */
final class Unseen {
    private static final String BY_NAME = "finds code by name";
    private static final String ENVIRONMENT = "reads the environment";
    private static final String RESOURCE = "reads a resource";
    private static final String OTHER_PROGRAM = "starts another program";
    private static final String NATIVE = "calls native code";
    private static final String SCRIPT = "runs a script";

    private static final Set<String> MEMBERS_OF_CLASSES = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getRecordComponents",
            "getPermittedSubclasses",
            "getEnumConstants",
            "getAnnotation",
            "getAnnotations",
            "isAnnotationPresent");

    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("java/lang/System.getenv", ENVIRONMENT),
            Map.entry("java/lang/System.getProperty", ENVIRONMENT),
            Map.entry("java/lang/System.getProperties", ENVIRONMENT),
            Map.entry("java/lang/Boolean.getBoolean", ENVIRONMENT),
            Map.entry("java/lang/Integer.getInteger", ENVIRONMENT),
            Map.entry("java/lang/Long.getLong", ENVIRONMENT),
            Map.entry("java/lang/System.load", NATIVE),
            Map.entry("java/lang/System.loadLibrary", NATIVE),
            Map.entry("java/lang/Runtime.load", NATIVE),
            Map.entry("java/lang/Runtime.loadLibrary", NATIVE),
            Map.entry("java/lang/Runtime.exec", OTHER_PROGRAM),
            Map.entry("java/lang/ProcessBuilder.start", OTHER_PROGRAM),
            Map.entry("java/lang/ClassLoader.loadClass", BY_NAME),
            Map.entry("java/lang/ClassLoader.getResource", RESOURCE),
            Map.entry("java/lang/ClassLoader.getResources", RESOURCE),
            Map.entry("java/lang/ClassLoader.getResourceAsStream", RESOURCE),
            Map.entry("java/lang/ClassLoader.getSystemResource", RESOURCE),
            Map.entry("java/lang/ClassLoader.getSystemResourceAsStream", RESOURCE),
            Map.entry("java/lang/Class.getResource", RESOURCE),
            Map.entry("java/lang/Class.getResourceAsStream", RESOURCE),
            Map.entry("java/util/ResourceBundle.getBundle", RESOURCE),
            Map.entry("java/lang/foreign/Linker.downcallHandle", NATIVE));

    private static final Set<String> NAMES = CALLS.keySet().stream()
            .map(call -> call.substring(call.lastIndexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private Unseen() {}

    /**
     * What a call does that is not seen; empty if all of it is.
     *
     * @param supertypes the types that a type extends, by which the method may be known here
     */
    static Optional<String> by(Use call, Function<String, Set<String>> supertypes) {
        String owner = call.owner();
        if (owner.equals("java/lang/Class") && MEMBERS_OF_CLASSES.contains(call.name())
                || owner.startsWith("java/lang/reflect/") && !owner.equals("java/lang/reflect/Array")
                || owner.equals("java/util/ServiceLoader")
                || owner.startsWith("java/lang/invoke/MethodHandles")
                || owner.startsWith("java/util/concurrent/atomic/")
                        && call.name().equals("newUpdater")) {
            return Optional.of(BY_NAME);
        } else if (owner.startsWith("javax/script/")) {
            return Optional.of(SCRIPT);
        }
        String known = CALLS.get(owner + "." + call.name());
        return known != null || !NAMES.contains(call.name())
                ? Optional.ofNullable(known)
                : supertypes.apply(owner).stream()
                        .flatMap(each -> Stream.ofNullable(CALLS.get(each + "." + call.name())))
                        .findFirst();
    }

    /** What a native method does. */
    static String nativeMethod() {
        return NATIVE;
    }
}
