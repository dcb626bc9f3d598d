package dev.cairn.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws types that can be stored, with a value of each, as source. They are made of the classes that the tables declare. */
final class RandomTypeCases {
    /** A type and two expressions, which are different values of it. */
    private record Leaf(String type, String one, String other) {
        String value(Random random) {
            return random.nextBoolean() ? one : other;
        }
    }

    private static final List<Leaf> LEAVES = List.of(
            new Leaf("Integer", "7", "-300"),
            new Leaf("Long", "7L", "Long.MAX_VALUE"),
            new Leaf("Double", "0.1", "-0.0"),
            new Leaf("Float", "0.1f", "Float.MAX_VALUE"),
            new Leaf("Short", "(short) 7", "(short) -1"),
            new Leaf("Byte", "(byte) 7", "(byte) -1"),
            new Leaf("Boolean", "true", "false"),
            new Leaf("Character", "'a'", "'\\u20ac'"),
            new Leaf("String", "\"\"", "\"grüße\""),
            new Leaf("BigInteger", "BigInteger.ONE", "BigInteger.TEN.pow(40)"),
            new Leaf("BigDecimal", "new BigDecimal(\"-1.50\")", "BigDecimal.TEN"),
            new Leaf("UUID", "new UUID(1, 2)", "new UUID(3, 4)"),
            new Leaf("URI", "URI.create(\"a:b\")", "URI.create(\"\")"),
            new Leaf("Instant", "Instant.EPOCH", "Instant.ofEpochSecond(-1, 1)"),
            new Leaf("LocalDateTime", "LocalDateTime.MIN", "LocalDateTime.of(2026, 1, 2, 3, 4)"),
            new Leaf("YearMonth", "YearMonth.of(2026, 1)", "YearMonth.of(-1, 12)"),
            new Leaf("ZoneId", "ZoneId.of(\"Europe/Berlin\")", "ZoneId.of(\"Z\")"),
            new Leaf("OptionalDouble", "OptionalDouble.empty()", "OptionalDouble.of(0.5)"),
            new Leaf("Color", "Color.RED", "Color.BLUE"),
            new Leaf("Op", "Op.PLUS", "Op.MINUS"),
            new Leaf("P", "new P(1, \"a\")", "new P(-1, null)"),
            new Leaf("Shape", "new Circle(1)", "new Cube(2)"),
            new Leaf("Solid", "new Cube(1)", "new Cube(2)"),
            new Leaf("Box", "Box.of(\"a\", 1)", "Box.of(\"b\", 2)"),
            new Leaf("NoArguments", "new NoArguments(1)", "new NoArguments(2)"),
            new Leaf("AllArguments", "new AllArguments(\"a\", 1)", "new AllArguments(\"b\", 2)"),
            new Leaf("Histogram", "new Histogram()", "new Histogram().add(1, \"a\")"),
            new Leaf("Tree", "new Tree(\"a\", null)", "new Tree(\"a\", List.of(new Tree(\"b\", List.of())))"),
            new Leaf("Chain", "new Chain(1, null)", "new Chain(1, new Chain(2, null))"));

    /** Not as keys or elements of sets, which are compared. */
    private static final List<Leaf> PRIMITIVE_ARRAYS = List.of(
            new Leaf("int[]", "new int[] {1, 2}", "new int[0]"),
            new Leaf("double[]", "new double[] {0.5}", "new double[0]"),
            new Leaf("byte[]", "new byte[] {1}", "new byte[0]"),
            new Leaf("long[][]", "new long[][] {{1}, {}}", "new long[0][]"));

    private final Random random;

    RandomTypeCases(long seed) {
        this.random = new Random(seed);
    }

    /** As many types, all different. */
    List<TypeCase> cases(int count) {
        Set<String> types = new LinkedHashSet<>();
        List<TypeCase> cases = new ArrayList<>();
        while (cases.size() < count) {
            Leaf drawn = type(1 + cases.size() * 3 / count, false);
            if (types.add(drawn.type())) {
                cases.add(new TypeCase(drawn.type(), drawn.value(random), ""));
            }
        }
        return cases;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A type; if {@code compared}, one whose equal values are equal. */
    private Leaf type(int depth, boolean compared) {
        if (depth == 0) {
            return !compared && random.nextInt(6) == 0 ? any(PRIMITIVE_ARRAYS) : any(LEAVES);
        }
        Leaf part = type(depth - 1, compared);
        return switch (random.nextInt(compared ? 6 : 10)) {
            case 0, 1 ->
                new Leaf(
                        "List<" + part.type() + ">",
                        "List.of(" + part.one() + ", " + part.other() + ")",
                        "new LinkedList<>(Collections.singletonList(" + part.other() + "))");
            case 2 -> new Leaf("Optional<" + part.type() + ">", "Optional.of(" + part.one() + ")", "Optional.empty()");
            case 3 -> pair(part, type(depth - 1, compared));
            case 4 -> set(type(depth - 1, true));
            case 5 -> map(type(depth - 1, true), part);
            case 6 ->
                new Leaf(
                        "LinkedHashMap<String, " + part.type() + ">",
                        "new LinkedHashMap<>(Map.of(\"k\", " + part.one() + "))",
                        "new LinkedHashMap<>()");
            case 7 ->
                new Leaf(
                        "EnumMap<Color, " + part.type() + ">",
                        "new EnumMap<>(Map.of(Color.GREEN, " + part.one() + "))",
                        "new EnumMap<>(Color.class)");
            case 8 ->
                new Leaf(
                        "Map.Entry<" + part.type() + ", Integer>",
                        "Map.entry(" + part.one() + ", 1)",
                        "Map.entry(" + part.other() + ", 2)");
            default -> array(part);
        };
    }

    private static Leaf pair(Leaf first, Leaf second) {
        return new Leaf(
                "Pair<" + first.type() + ", " + second.type() + ">",
                "new Pair<>(" + first.one() + ", " + second.other() + ")",
                "new Pair<>(" + first.other() + ", null)");
    }

    private static Leaf set(Leaf element) {
        return new Leaf(
                "Set<" + element.type() + ">",
                "Set.of(" + element.one() + ", " + element.other() + ")",
                "new LinkedHashSet<>(List.of(" + element.other() + "))");
    }

    private static Leaf map(Leaf key, Leaf value) {
        return new Leaf(
                "Map<" + key.type() + ", " + value.type() + ">",
                "Map.of(" + key.one() + ", " + value.other() + ", " + key.other() + ", " + value.one() + ")",
                "Map.of()");
    }

    private Leaf array(Leaf part) {
        if (part.type().contains("<")) {
            return new Leaf(
                    "ArrayList<" + part.type() + ">",
                    "new ArrayList<>(Collections.singletonList(" + part.one() + "))",
                    "new ArrayList<>()");
        }
        String type = part.type() + "[]";
        return new Leaf(type, "new " + type + " {" + part.one() + ", null}", "new " + type + " {}");
    }
}
