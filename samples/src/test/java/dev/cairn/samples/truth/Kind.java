package dev.cairn.samples.truth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kinds of values the artifacts of a drawn flow hold. */
enum Kind {
    NUMBER("int", null),
    TEXT("String", null),
    LIST("List<Integer>", "Integer"),
    SET("Set<Integer>", "Integer"),
    MAP("Map<String, Integer>", "Map.Entry<String, Integer>"),
    ARRAY("int[]", "int"),
    OBJECT("Acc", null),
    OBJECTS("List<Acc>", "Acc"),
    INDEX("Map<String, Acc>", "Map.Entry<String, Acc>"),
    LISTS("Map<String, List<Integer>>", "Map.Entry<String, List<Integer>>"),
    HOLDER("Box", null),
    HOLDERS("List<Box>", "Box"),
    COMPILED("Tally", null),
    COMPILED_ONES("List<Tally>", "Tally");

    final String type;

    /** What a foreach over it hands to each task; null if there is none. */
    final @Nullable String item;

    Kind(String type, @Nullable String item) {
        this.type = type;
        this.item = item;
    }

    /** Whether a value can be changed in place. */
    boolean isMutable() {
        return this != NUMBER && this != TEXT;
    }

    boolean isPrimitive() {
        return this == NUMBER;
    }

    /** Whether the code that changes it is in a class file, where no compiler shows it. */
    boolean isCompiled() {
        return this == COMPILED || this == COMPILED_ONES;
    }

    /** The kind of an element, where it is a kind of its own. */
    @Nullable
    Kind element() {
        return switch (this) {
            case OBJECTS, INDEX -> OBJECT;
            case LISTS -> LIST;
            case HOLDERS -> HOLDER;
            case COMPILED_ONES -> COMPILED;
            default -> null;
        };
    }

    /** An expression for a new value. */
    String created(Draw draw) {
        int first = draw.below(10);
        int second = draw.below(10);
        return switch (this) {
            case NUMBER -> String.valueOf(first);
            case TEXT -> "\"t" + first + "\"";
            case LIST ->
                draw.one(List.of(
                        "new ArrayList<>()",
                        "new ArrayList<>(List.of(" + first + "))",
                        "new ArrayList<>(List.of(" + first + ", " + second + ", 3))",
                        "new LinkedList<>(List.of(" + first + ", " + second + "))"));
            case SET ->
                draw.one(List.of(
                        "new TreeSet<>()",
                        "new LinkedHashSet<>(List.of(3, 1))",
                        "new HashSet<>(Set.of(" + first % 4 + "))"));
            case MAP ->
                draw.one(List.of(
                        "new HashMap<>()",
                        "new HashMap<>(Map.of(\"d\", " + first + "))",
                        "new TreeMap<>(Map.of(\"d\", " + first + ", \"e\", " + second + "))",
                        "new LinkedHashMap<>(Map.of(\"e\", " + second + "))"));
            case ARRAY ->
                draw.one(List.of("new int[2]", "new int[] {" + first + ", " + second + "}", "new int[] {1, 2, 3}"));
            case OBJECT -> draw.one(List.of("new Acc()", "new Acc(" + first + ")"));
            case OBJECTS ->
                draw.one(List.of(
                        "new ArrayList<>()",
                        "new ArrayList<>(List.of(new Acc(" + first + ")))",
                        "new ArrayList<>(List.of(new Acc(" + first + "), new Acc(" + second + "), new Acc()))"));
            case INDEX ->
                draw.one(List.of(
                        "new HashMap<>()", "new HashMap<>(Map.of(\"d\", new Acc(" + first + "), \"e\", new Acc()))"));
            case LISTS ->
                draw.one(List.of(
                        "new HashMap<>()",
                        "new TreeMap<>(Map.of(\"d\", new ArrayList<>(List.of(" + first
                                + ")), \"e\", new ArrayList<>()))"));
            case HOLDER -> "new Box(new ArrayList<>(List.of(" + first + ")), " + second + ")";
            case HOLDERS ->
                draw.one(List.of(
                        "new ArrayList<>()",
                        "new ArrayList<>(List.of(new Box(new ArrayList<>(), 1), new Box(new ArrayList<>(List.of("
                                + first + ")), 2)))"));
            case COMPILED -> draw.one(List.of("new Tally()", "new Tally(" + first + ")"));
            case COMPILED_ONES -> "new ArrayList<>(List.of(new Tally(" + first + "), new Tally()))";
        };
    }

    /** An expression that shows what {@code expression} holds without handing it to a method. */
    String shown(String expression) {
        return this == ARRAY
                ? "(" + expression + " == null ? \"null\" : \"\" + " + expression + "[0] + \",\" + " + expression
                        + "[1])"
                : "\"\" + " + expression;
    }
}
