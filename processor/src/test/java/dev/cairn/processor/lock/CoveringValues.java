package dev.cairn.processor.lock;

import dev.cairn.processor.lock.RandomVersion.Declared;
import dev.cairn.processor.lock.RandomVersion.Member;
import dev.cairn.processor.lock.RandomVersion.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values, as Java expressions, such that whatever change keeps some value of a type from being read keeps one of these: each
 * constant, each subtype, null, each kind of collection, and for each field two that differ in nothing else.
 */
final class CoveringValues {
    private static final Map<String, List<String>> LEAVES = Map.ofEntries(
            Map.entry("int", List.of("1", "0")),
            Map.entry("long", List.of("1L", "0L")),
            Map.entry("short", List.of("(short) 1", "(short) 0")),
            Map.entry("double", List.of("0.5", "1.0")),
            Map.entry("float", List.of("0.5f", "1.0f")),
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("Integer", List.of("1", "0")),
            Map.entry("Long", List.of("1L", "0L")),
            Map.entry("Short", List.of("(short) 1", "(short) 0")),
            Map.entry("Double", List.of("0.5", "1.0")),
            Map.entry("Float", List.of("0.5f", "1.0f")),
            Map.entry("Boolean", List.of("true", "false")),
            Map.entry("String", List.of("\"a\"", "\"b\"")),
            Map.entry("Instant", List.of("Instant.EPOCH", "Instant.MAX")));

    private static final Set<String> PRIMITIVES = Set.of("int", "long", "short", "double", "float", "boolean");

    private final RandomVersion version;

    private CoveringValues(RandomVersion version) {
        this.version = version;
    }

    static List<String> of(RandomVersion version) {
        return new CoveringValues(version).of(version.artifact, 0);
    }

    /** Values of a type; the first is not null. */
    private List<String> of(Shape shape, int depth) {
        List<String> values = new ArrayList<>(present(shape, depth));
        if (!PRIMITIVES.contains(shape.name())) {
            values.add("(" + shape + ") null");
        }
        return values;
    }

    private List<String> present(Shape shape, int depth) {
        if (LEAVES.containsKey(shape.name())) {
            return LEAVES.get(shape.name());
        } else if (shape.name().equals("Object")) {
            return objects(depth);
        } else if (shape.arguments().isEmpty()) {
            return declared(shape.name(), depth);
        }
        Shape element = shape.arguments().get(0);
        return switch (shape.name()) {
            case "[]" -> each(of(element, depth), List.of(element + "[]"), "new %2$s {%1$s}", "new %2$s {}");
            case "Optional" ->
                each(
                        present(element, depth),
                        List.of(element.toString()),
                        "Optional.<%2$s>of(%1$s)",
                        "Optional.empty()");
            case "List", "ArrayList" -> lists("ArrayList", element, of(element, depth));
            case "LinkedList" -> lists("LinkedList", element, of(element, depth));
            case "Collection" -> {
                List<String> all = new ArrayList<>(lists("ArrayList", element, of(element, depth)));
                all.addAll(sets(List.of("HashSet", "LinkedHashSet"), element, depth, true));
                yield all;
            }
            case "Set" -> sets(List.of("HashSet", "LinkedHashSet"), element, depth, true);
            case "HashSet", "LinkedHashSet" -> sets(List.of(shape.name()), element, depth, false);
            default -> maps(shape, element, shape.arguments().get(1), depth);
        };
    }

    private static List<String> each(List<String> elements, List<String> types, String pattern, String empty) {
        List<String> values = new ArrayList<>(List.of(empty.formatted("", types.get(0))));
        elements.forEach(element -> values.add(pattern.formatted(element, types.get(0))));
        return values;
    }

    private static List<String> lists(String type, Shape element, List<String> elements) {
        return each(
                elements,
                List.of(element.toString()),
                "new " + type + "<>(Arrays.<%2$s>asList(%1$s))",
                "new " + type + "<>()");
    }

    private List<String> sets(List<String> types, Shape element, int depth, boolean ofEnum) {
        List<String> elements = present(element, depth);
        List<String> values = new ArrayList<>();
        for (String type : types) {
            values.addAll(lists(type, element, elements));
            values.add("new " + type + "<>(Arrays.<" + element + ">asList(" + String.join(", ", elements) + "))");
        }
        Declared declared = version.types.get(element.name());
        if (ofEnum && declared != null && declared.kind.equals("enum")) {
            values.add("EnumSet.allOf(" + element + ".class)");
        }
        return values;
    }

    private List<String> maps(Shape shape, Shape key, Shape value, int depth) {
        List<String> keys = present(key, depth);
        List<String> values = of(value, depth);
        List<String> maps = new ArrayList<>(List.of("new HashMap<>()"));
        keys.forEach(next -> maps.add(map(key, List.of(next), value, values.get(0))));
        values.forEach(next -> maps.add(map(key, List.of(keys.get(0)), value, next)));
        maps.add(map(key, keys, value, values.get(0)));
        Declared declared = version.types.get(key.name());
        boolean isEnum = declared != null && declared.kind.equals("enum");
        List<String> all = new ArrayList<>();
        for (String map : maps) {
            all.add(
                    shape.name().equals("LinkedHashMap")
                            ? "new LinkedHashMap<>(" + typed(map, key, value) + ")"
                            : typed(map, key, value));
        }
        if (isEnum && shape.name().equals("Map")) {
            all.add("new EnumMap<>(" + map(key, keys, value, values.get(0)) + ")");
        }
        return all;
    }

    private static String typed(String map, Shape key, Shape value) {
        return map.replace("new HashMap<>()", "new HashMap<" + key + ", " + value + ">()");
    }

    private static String map(Shape key, List<String> keys, Shape value, String mapped) {
        String same = keys.stream().map(next -> mapped).collect(Collectors.joining(", "));
        return "Sample.<" + key + ", " + value + ">map(Arrays.<" + key + ">asList(" + String.join(", ", keys)
                + "), Arrays.<" + value + ">asList(" + same + "))";
    }

    private List<String> declared(String name, int depth) {
        Declared type = version.types.get(name);
        return switch (type.kind) {
            case "enum" ->
                type.members.stream().map(member -> name + "." + member.name()).toList();
            case "sealed" ->
                type.members.stream()
                        .flatMap(member -> declared(member.name(), depth).stream())
                        .toList();
            default -> records(name, type, depth);
        };
    }

    private List<String> records(String name, Declared type, int depth) {
        List<List<String>> fields = type.members.stream()
                .map(member -> of(member.shape(), depth + 1))
                .toList();
        Set<String> records = new LinkedHashSet<>();
        List<String> first = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            // Two arrays are never equal, so that records with them always differ in these, too.
            boolean isArray = type.members.get(field).shape().name().equals("[]");
            first.add(fields.get(field).get(isArray ? fields.get(field).size() - 1 : 0));
        }
        records.add(record(name, first));
        for (int field = 0; field < fields.size(); field++) {
            for (String value : fields.get(field)) {
                List<String> arguments = new ArrayList<>(first);
                arguments.set(field, value);
                records.add(record(name, arguments));
            }
        }
        return List.copyOf(records);
    }

    private static String record(String name, List<String> arguments) {
        return arguments.stream().collect(Collectors.joining(", ", "new " + name + "(", ")"));
    }

    /** Types that an {@code Object} may hold are those that the flow stores anyway. */
    private List<String> objects(int depth) {
        List<String> values =
                new ArrayList<>(List.of("(Object) 1", "\"a\"", "new ArrayList<Object>(List.of(1, \"b\"))"));
        if (depth < 2) {
            for (String name : reachable()) {
                if (!version.types.get(name).kind.equals("sealed")) {
                    values.addAll(declared(name, 2));
                }
            }
        }
        return values;
    }

    private Set<String> reachable() {
        Set<String> reached = new LinkedHashSet<>();
        reach(version.artifact, reached);
        return reached;
    }

    private void reach(Shape shape, Set<String> reached) {
        Declared type = version.types.get(shape.name());
        if (type != null && reached.add(shape.name())) {
            for (Member member : type.members) {
                reach(type.kind.equals("sealed") ? new Shape(member.name()) : member.shape(), reached);
            }
        }
        shape.arguments().forEach(argument -> reach(argument, reached));
    }
}
