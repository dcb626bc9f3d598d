package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import java.util.Map;

/** Says how to write that a value is a copy, as the code to write. */
final class CopyCode {
    /** What makes a copy of the same kind, by the method that makes the codec; of the others a class has the method's name. */
    private static final Map<String, String> EXPRESSIONS = Map.ofEntries(
            Map.entry("list", "new ArrayList<>(..)"),
            Map.entry("collection", "new ArrayList<>(..)"),
            Map.entry("iterable", "new ArrayList<>(..)"),
            Map.entry("queue", "new ArrayDeque<>(..)"),
            Map.entry("deque", "new ArrayDeque<>(..)"),
            Map.entry("set", "new HashSet<>(..)"),
            Map.entry("sortedSet", "new TreeSet<>(..)"),
            Map.entry("navigableSet", "new TreeSet<>(..)"),
            Map.entry("map", "new HashMap<>(..)"),
            Map.entry("sortedMap", "new TreeMap<>(..)"),
            Map.entry("navigableMap", "new TreeMap<>(..)"),
            Map.entry("concurrentMap", "new ConcurrentHashMap<>(..)"),
            Map.entry("enumSet", "EnumSet.copyOf(..)"));

    private CopyCode() {}

    /** How a copy is assigned to an artifact, as an example. */
    static String of(ArtifactModel artifact) {
        String name = artifact.name();
        if (artifact.type() instanceof JavaType.Array) {
            return "`" + name + " = ...clone();`";
        } else if (artifact.stored() instanceof StoredType.Container container
                && !container.factory().equals("optional")) {
            String factory = container.factory();
            String className = factory.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + factory.substring(1);
            return "`" + name + " = " + EXPRESSIONS.getOrDefault(factory, "new " + className + "<>(..)") + ";`";
        }
        return "for example by a constructor that copies";
    }
}
