package dev.cairn.codec;

import dev.cairn.codec.GoldenTypes.Circle;
import dev.cairn.codec.GoldenTypes.Color;
import dev.cairn.codec.GoldenTypes.Cube;
import dev.cairn.codec.GoldenTypes.Model;
import dev.cairn.codec.GoldenTypes.Node;
import dev.cairn.codec.GoldenTypes.Note;
import dev.cairn.codec.GoldenTypes.Nothing;
import dev.cairn.codec.GoldenTypes.Point;
import dev.cairn.codec.GoldenTypes.Saved;
import dev.cairn.codec.GoldenTypes.Shape;
import dev.cairn.codec.GoldenTypes.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of the golden artifacts with parts; {@link GoldenLeaves} has those without. A case that was committed stays as it is:
 * the file of its name holds it for ever.
 */
final class GoldenArtifacts extends GoldenCases {
    private GoldenArtifacts() {}

    /** All of them. */
    static List<Golden<?>> all() {
        GoldenArtifacts artifacts = new GoldenArtifacts();
        artifacts.cases.addAll(GoldenLeaves.all());
        artifacts.collections();
        artifacts.maps();
        artifacts.arraysAndOptionals();
        artifacts.named();
        artifacts.names();
        artifacts.unions();
        artifacts.opaque();
        return artifacts.cases;
    }

    private void collections() {
        add("list", Codecs.list(Codecs.BOXED_INT), Arrays.asList(1, null, -1));
        addAll("list-nested", Codecs.list(Codecs.list(Codecs.STRING)), List.of(List.of("a"), List.of()), null);
        add("list-null", Codecs.list(Codecs.INT), null);
        add("list-empty", Codecs.list(Codecs.INT), List.of());
        add("list-long", Codecs.list(Codecs.INT), Collections.nCopies(200, 7));
        List<String> shared = List.of("shared");
        addAll("list-shared", Codecs.list(Codecs.STRING), shared, shared);
        addAll(
                "collection",
                Codecs.collection(Codecs.STRING),
                List.of("b", "a"),
                new HashSet<>(Arrays.asList("b", "a", "aa", "", "\u00fc", null)),
                new LinkedHashSet<>(List.of("b", "a")),
                new TreeSet<>(List.of("b", "a")),
                List.of(),
                null);
        addAll(
                "collection-of-constants",
                Codecs.collection(GoldenTypes.COLOR),
                EnumSet.of(Color.BLUE, Color.RED),
                List.of(Color.GREEN));
        addAll(
                "set",
                Codecs.set(Codecs.BOXED_INT),
                new HashSet<>(Arrays.asList(-1, 0, 1, 300, null)),
                new LinkedHashSet<>(Arrays.asList(3, null, 1)),
                new TreeSet<>(List.of(3, 1)),
                Set.of(),
                null);
        addAll("hashset", Codecs.hashSet(Codecs.LONG), new HashSet<>(List.of(-1L, 0L, 1L, 64L, -65L)), null);
        addAll("linkedhashset", Codecs.linkedHashSet(Codecs.STRING), new LinkedHashSet<>(List.of("z", "a")), null);
        addAll("treeset", Codecs.treeSet(Codecs.DOUBLE), new TreeSet<>(List.of(1.5, -1.5, 0.0)), null);
        addAll("enumset", Codecs.enumSet(GoldenTypes.COLOR), EnumSet.of(Color.BLUE, Color.RED), null);
    }

    private void maps() {
        Map<String, @Nullable Integer> unordered = new HashMap<>();
        unordered.put("b", 1);
        unordered.put("a", null);
        unordered.put(null, 3);
        Map<String, @Nullable Integer> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("a", 2);
        addAll(
                "map",
                Codecs.map(Codecs.STRING, Codecs.BOXED_INT),
                unordered,
                Map.of("b", 1, "a", 2),
                ordered,
                new TreeMap<>(ordered),
                Map.of(),
                null);
        addAll(
                "map-of-constants",
                Codecs.map(GoldenTypes.COLOR, Codecs.STRING),
                new EnumMap<>(Map.of(Color.BLUE, "b", Color.RED, "r")),
                new HashMap<>(Map.of(Color.GREEN, "g")));
        addAll(
                "hashmap",
                Codecs.hashMap(Codecs.LONG, Codecs.STRING),
                new HashMap<>(Map.of(-1L, "a", 0L, "b", 1L, "c", 300L, "d")),
                null);
        LinkedHashMap<Integer, Integer> inOrder = new LinkedHashMap<>();
        inOrder.put(9, 1);
        inOrder.put(1, 9);
        addAll("linkedhashmap", Codecs.linkedHashMap(Codecs.INT, Codecs.INT), inOrder, null);
        addAll(
                "treemap",
                Codecs.treeMap(Codecs.STRING, Codecs.list(Codecs.INT)),
                new TreeMap<>(Map.of("b", List.of(1), "a", List.<Integer>of())),
                null);
        addAll(
                "enummap",
                Codecs.enumMap(GoldenTypes.COLOR, Codecs.BOOLEAN),
                new EnumMap<>(Map.of(Color.BLUE, true, Color.RED, false)),
                null);
        Map<Object, Integer> sameText = new LinkedHashMap<>();
        sameText.put("RED", 1);
        sameText.put(Color.RED, 2);
        Map<Object, Integer> otherText = new LinkedHashMap<>();
        otherText.put("GREEN", 1);
        otherText.put(Color.RED, 2);
        addAll("map-of-same-text", Codecs.map(Codecs.any(GoldenTypes.COLOR), Codecs.INT), sameText, otherText);
        Map<Shape, Integer> shapes = new LinkedHashMap<>();
        shapes.put(Point.ORIGIN, 1);
        addAll("map-of-sealed", Codecs.map(GoldenTypes.SHAPE, Codecs.INT), shapes, Map.of(new Circle(1), 2));
        add(
                "map-of-optionals",
                Codecs.map(Codecs.optional(Codecs.STRING), Codecs.INT),
                new HashMap<>(Map.of(Optional.of("a"), 1)));
        HashMap<List<String>, HashSet<String>> composite = new HashMap<>();
        composite.put(List.of("b"), new HashSet<>(List.of("y", "x")));
        composite.put(List.of("a", "c"), new HashSet<>());
        add("hashmap-of-lists", Codecs.hashMap(Codecs.list(Codecs.STRING), Codecs.hashSet(Codecs.STRING)), composite);
    }

    private void arraysAndOptionals() {
        add("array-of-strings", Codecs.array(String.class, Codecs.STRING), new String[] {"a", null, ""});
        add("array-of-boxes", Codecs.array(Integer.class, Codecs.BOXED_INT), new Integer[] {1, null});
        add("array-of-arrays", Codecs.array(int[][]::new, Codecs.INT_ARRAY), new int[][] {{1, 2}, {}, null});
        add("array-null", Codecs.array(String.class, Codecs.STRING), null);
        addAll("optional", Codecs.optional(Codecs.STRING), Optional.of("a"), Optional.empty(), null);
        addAll(
                "optional-of-optional",
                Codecs.optional(Codecs.optional(Codecs.INT)),
                Optional.of(Optional.of(1)),
                Optional.of(Optional.empty()),
                Optional.empty());
        addAll("entry", Codecs.entry(Codecs.STRING, Codecs.BOXED_INT), Map.entry("a", 1), null);
    }

    private void named() {
        addAll("enum", GoldenTypes.COLOR, Color.RED, Color.BLUE, null);
        addAll("struct", GoldenTypes.CIRCLE, new Circle(2.5), null);
        addAll("struct-without-fields", GoldenTypes.NOTHING, new Nothing(), null);
        addAll(
                "struct-recursive",
                GoldenTypes.NODE,
                new Node(1, List.of(new Node(2, List.of()), new Node(3, List.of(new Node(4, List.of()))))));
        Versioned row = Versioned.named(
                "com.acme.Row",
                List.of(),
                Versioned.with("id", Codecs.LONG),
                Versioned.with("label", Codecs.STRING),
                Versioned.with("color", GoldenTypes.COLOR),
                Versioned.with("circle", GoldenTypes.CIRCLE),
                Versioned.with("tags", Codecs.set(Codecs.STRING)),
                Versioned.with("amount", Codecs.BIG_DECIMAL));
        addAll(
                "struct-with-fields",
                row,
                Versioned.Row.of(
                        "id",
                        7L,
                        "label",
                        "x",
                        "color",
                        Color.GREEN,
                        "circle",
                        new Circle(1),
                        "tags",
                        new HashSet<>(Set.of("b", "a")),
                        "amount",
                        new BigDecimal("1.50")),
                Versioned.Row.of(
                        "id", -7L, "label", null, "color", null, "circle", null, "tags", null, "amount", null));
        addAll("sealed", GoldenTypes.SHAPE, new Circle(1), new Cube(3), Point.ORIGIN, null);
    }

    /** Names that schemas put in quotes, and names that only look so. */
    private void names() {
        Versioned loose = Versioned.named("Loose", List.of(), Versioned.with("list", Codecs.INT));
        Versioned umlaut = Versioned.named(
                "com.acme.Gr\u00f6\u00dfe",
                List.of(),
                Versioned.with("l\u00e4nge", Codecs.INT),
                Versioned.with("$_9", loose));
        Versioned generic = Versioned.named(
                StructCodec.typeName("com.acme.Pair", Codecs.STRING, loose),
                List.of(),
                Versioned.with("a'b\\c\nd", Codecs.STRING),
                Versioned.with("i32", umlaut));
        add(
                "names",
                generic,
                Versioned.Row.of(
                        "a'b\\c\nd",
                        "odd",
                        "i32",
                        Versioned.Row.of("l\u00e4nge", 1, "$_9", Versioned.Row.of("list", 2))));
    }

    private void unions() {
        add("any-values", Codecs.any(), GoldenLeaves.oneOfEach());
        add("any-values-added", Codecs.any(), GoldenLeaves.oneOfEachAdded());
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("list", Arrays.asList(1, "a", null));
        map.put(7, new HashMap<>(Map.of("b", 1L, "a", 2L)));
        map.put(true, new TreeSet<>(List.of("b", "a")));
        map.put(Color.RED, new Circle(1));
        map.put("set", new HashSet<>(Arrays.asList("b", 1, null)));
        map.put("ordered", new LinkedHashSet<>(List.of("z", "a")));
        map.put("sorted", new TreeMap<>(Map.of("b", 1, "a", 2)));
        map.put("shapes", List.<Shape>of(new Cube(2), Point.ORIGIN));
        map.put("note", new Note("n"));
        add("any", Codecs.any(GoldenTypes.SHAPE, GoldenTypes.COLOR, GoldenTypes.NOTE), map);
        add("any-null", Codecs.any(), null);
    }

    private void opaque() {
        addAll(
                "custom",
                GoldenTypes.NOTE,
                new Note("a"),
                new Note(""),
                new Note("x".repeat(4095)),
                new Note("x".repeat(4096)),
                new Note("x".repeat(4097)),
                new Note("y".repeat(10_000)),
                null);
        addAll(
                "opaque-kryo",
                GoldenTypes.MODEL,
                new Model(List.of(new Weight("w", 0.5, Color.RED), new Weight("v", -1, null)), "net", 1, 2),
                new Model(List.of(), null),
                null);
        addAll("opaque-java", GoldenTypes.SAVED, new Saved(new ArrayList<>(List.of("a", "b")), 2), null);
    }
}
