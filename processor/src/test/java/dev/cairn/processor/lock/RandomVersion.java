package dev.cairn.processor.lock;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * A version of the code of a random flow: the type of its artifact {@code x}, and the types of which that is made. A copy can be
 * changed without changing the original.
 */
final class RandomVersion {
    final String packageName;
    final Map<String, Declared> types = new TreeMap<>();
    Shape artifact = new Shape("int");

    RandomVersion(String packageName) {
        this.packageName = packageName;
    }

    RandomVersion copy() {
        RandomVersion copy = new RandomVersion(packageName);
        types.forEach((name, type) -> copy.types.put(name, type.copy()));
        copy.artifact = artifact;
        return copy;
    }

    String flow() {
        return packageName + ".Sample";
    }

    /** A type as it is written: a name with type arguments; {@code []} for an array. */
    record Shape(String name, List<Shape> arguments) {
        Shape(String name, Shape... arguments) {
            this(name, List.of(arguments));
        }

        @Override
        public String toString() {
            return name.equals("[]")
                    ? arguments.get(0) + "[]"
                    : name
                            + (arguments.isEmpty()
                                    ? ""
                                    : arguments.stream()
                                            .map(Shape::toString)
                                            .collect(Collectors.joining(", ", "<", ">")));
        }
    }

    /** A record, an enum or a sealed interface. */
    static final class Declared {
        final String kind;
        final List<Member> members = new ArrayList<>();
        List<String> formerNames = List.of();

        Declared(String kind) {
            this.kind = kind;
        }

        private Declared copy() {
            Declared copy = new Declared(kind);
            copy.members.addAll(members);
            copy.formerNames = formerNames;
            return copy;
        }

        boolean isRecord() {
            return kind.equals("record");
        }
    }

    /** A component, a constant or a subtype; {@code fallback} is an annotation, or empty. */
    record Member(String name, Shape shape, List<String> formerNames, String fallback) {
        Member named(String other, List<String> former) {
            return new Member(other, shape, former, fallback);
        }

        Member typed(Shape other) {
            return new Member(name, other, formerNames, "");
        }

        String declaration() {
            return annotation(formerNames) + fallback + " " + shape + " " + name;
        }

        String constant() {
            return annotation(formerNames) + name;
        }
    }

    private static String annotation(List<String> formerNames) {
        return formerNames.isEmpty()
                ? ""
                : formerNames.stream().collect(Collectors.joining("\", \"", "@FormerNames({\"", "\"}) "));
    }

    /** Whether what the compiler refuses is not in it: names that two members have had, and names that were swapped. */
    boolean isSound() {
        return types.values().stream().allMatch(type -> isSound(type.kind.equals("sealed") ? List.of() : type.members))
                && isSound(types.entrySet().stream()
                        .map(type -> new Member(
                                packageName + "." + type.getKey(), new Shape(""), type.getValue().formerNames, ""))
                        .toList())
                && types.keySet().stream().noneMatch(name -> reaches(name, name, types.size()));
    }

    /** Whether a type is made of another one, at most so deep: of one that holds itself, the values would have no end. */
    private boolean reaches(String from, String to, int depth) {
        return depth > 0
                && types.get(from).members.stream()
                        .flatMap(member -> names(from, member).stream())
                        .anyMatch(name -> name.equals(to) || reaches(name, to, depth - 1));
    }

    private List<String> names(String owner, Member member) {
        List<String> names = new ArrayList<>();
        addNames(types.get(owner).kind.equals("sealed") ? new Shape(member.name()) : member.shape(), names);
        return names;
    }

    private void addNames(Shape shape, List<String> names) {
        if (types.containsKey(shape.name())) {
            names.add(shape.name());
        }
        shape.arguments().forEach(argument -> addNames(argument, names));
    }

    private static boolean isSound(List<Member> members) {
        Map<String, String> claimed = new TreeMap<>();
        for (Member member : members) {
            for (String former : member.formerNames()) {
                if (claimed.put(former, member.name()) != null) {
                    return false;
                }
            }
        }
        return members.stream().noneMatch(member -> isInCircle(member.name(), claimed));
    }

    private static boolean isInCircle(String name, Map<String, String> claimed) {
        String next = claimed.get(name);
        for (int i = 0; i <= claimed.size() && next != null; i++) {
            if (next.equals(name)) {
                return true;
            }
            next = claimed.get(next);
        }
        return false;
    }

    /** The source, with a method that gives values. */
    List<JavaFileObject> sources(List<String> values) {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(source("Sample", """
                @Flow
                @SuppressWarnings({"cast", "rawtypes", "unchecked"})
                class Sample {
                    %s x;
                    static List<Object> values() {
                        List<Object> values = new ArrayList<>();
                %s
                        return values;
                    }
                    private static <T> Optional<T> optional(T value) { return Optional.ofNullable(value); }
                    private static <K, V> HashMap<K, V> map(List<K> keys, List<V> values) {
                        HashMap<K, V> map = new HashMap<>();
                        for (int i = 0; i < keys.size(); i++) map.put(keys.get(i), values.get(i));
                        return map;
                    }
                }
                """.formatted(
                artifact,
                values.stream().map(value -> "values.add(" + value + ");").collect(Collectors.joining("\n")))));
        types.forEach(
                (name, type) -> sources.add(source(name, annotation(type.formerNames) + declaration(name, type))));
        return sources;
    }

    private String declaration(String name, Declared type) {
        return switch (type.kind) {
            case "enum" -> "enum " + name + " { " + join(type, Member::constant) + " }";
            case "sealed" -> "sealed interface " + name + " permits " + join(type, Member::name) + " {}";
            default -> "record " + name + "(" + join(type, Member::declaration) + ")" + superinterfaces(name) + " {}";
        };
    }

    private String superinterfaces(String name) {
        String interfaces = types.entrySet().stream()
                .filter(type -> type.getValue().kind.equals("sealed")
                        && type.getValue().members.stream()
                                .anyMatch(member -> member.name().equals(name)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return interfaces.isEmpty() ? "" : " implements " + interfaces;
    }

    private static String join(Declared type, java.util.function.Function<Member, String> text) {
        return type.members.stream().map(text).collect(Collectors.joining(", "));
    }

    private JavaFileObject source(String name, String declaration) {
        return JavaFileObjects.forSourceString(
                packageName + "." + name,
                "package " + packageName + ";\nimport dev.cairn.*;\nimport java.time.*;\nimport java.util.*;\n"
                        + declaration);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(artifact + " x");
        types.forEach((name, type) ->
                text.append("; ").append(annotation(type.formerNames)).append(declaration(name, type)));
        return text.toString();
    }
}
