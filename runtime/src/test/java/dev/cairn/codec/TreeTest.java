package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.Samples.Optimizer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Artifacts, shown from their schemas alone. */
final class TreeTest {
    private static <T> Tree tree(ArtifactCodec<T> codec, @Nullable T value) {
        Schemas schemas = new Schemas();
        return schemas.tree(schemas.encode(codec, value));
    }

    @Test
    void recordsByTheNamesOfTheirFields() {
        Tree tree = tree(Samples.CONFIG, new Config(0.01, 32, "a\"b", Optimizer.ADAM));

        assertThat(tree).hasToString("Config{learningRate: 0.01, batchSize: 32, label: \"a\\\"b\", optimizer: ADAM}");
        assertThat(tree)
                .isEqualTo(new Tree.Struct(
                        "com.acme.Config",
                        Map.of(
                                "learningRate", new Tree.Scalar("f64", 0.01),
                                "batchSize", new Tree.Scalar("i32", 32),
                                "label", new Tree.Scalar("string", "a\"b"),
                                "optimizer", new Tree.Constant("dev.cairn.codec.Samples$Optimizer", "ADAM"))));
        assertThat(tree(Samples.CONFIG, null)).isEqualTo(new Tree.Null()).hasToString("null");
    }

    @Test
    void whatDependsOnTheMachineInJavaDoesNotHere() {
        assertThat(tree(Codecs.DATE, new Date(1))).hasToString("1970-01-01T00:00:00.001Z");
        assertThat(tree(Codecs.LOCALE, Locale.GERMANY)).hasToString("de-DE");
    }

    @Test
    void recursiveTypes() {
        assertThat(tree(Samples.NODE, new Node(1, Node.leaf(2), null, List.of(Node.leaf(3)))))
                .hasToString("Node{value: 1, left: Node{value: 2, left: null, right: null, others: []}, right: null, "
                        + "others: [Node{value: 3, left: null, right: null, others: []}]}");
    }

    @Test
    void collections() {
        assertThat(tree(Codecs.list(Codecs.BOXED_INT), Arrays.asList(1, null)))
                .isEqualTo(new Tree.Sequence("list", List.of(new Tree.Scalar("i32", 1), new Tree.Null())))
                .hasToString("[1, null]");
        assertThat(tree(Codecs.set(Codecs.STRING), new TreeSet<>(Set.of("b", "a"))))
                .isEqualTo(new Tree.Sequence(
                        "treeset", List.of(new Tree.Scalar("string", "a"), new Tree.Scalar("string", "b"))));
        assertThat(tree(Codecs.map(Codecs.STRING, Codecs.INT), Map.of("k", 1)))
                .isEqualTo(new Tree.Mapping(
                        "hashmap", List.of(new Tree.Entry(new Tree.Scalar("string", "k"), new Tree.Scalar("i32", 1)))))
                .hasToString("{\"k\": 1}");
        assertThat(tree(Codecs.entry(Codecs.STRING, Codecs.INT), Map.entry("k", 1)))
                .hasToString("{\"k\": 1}");
        assertThat(tree(Codecs.optional(Codecs.INT), Optional.of(1))).hasToString("[1]");
        assertThat(tree(Codecs.optional(Codecs.INT), Optional.empty())).hasToString("[]");
        assertThat(tree(Codecs.DOUBLE_ARRAY, new double[] {1, 2.5}))
                .isEqualTo(new Tree.Primitives(new double[] {1, 2.5}))
                .hasToString("[1.0, 2.5]");
    }

    @Test
    void sealedTypesAndObjects() {
        assertThat(tree(Samples.SHAPE, new Circle(1))).hasToString("Circle{radius: 1.0}");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", Arrays.asList(1, 2L, 'c', true, null, new int[] {3}));
        map.put("b", new Circle(1));
        map.put("c", Instant.EPOCH);
        assertThat(tree(Codecs.any(Samples.SHAPE), map))
                .hasToString(
                        "{\"a\": [1, 2, c, true, null, [3]], \"b\": Circle{radius: 1.0}, \"c\": 1970-01-01T00:00:00Z}");
    }

    @Test
    void longCollectionsAreCutShort() {
        List<Integer> many = IntStream.range(0, 1000).boxed().toList();
        Tree tree = tree(Codecs.list(Codecs.BOXED_INT), many);
        assertThat(tree.toString()).startsWith("[0, 1, 2,").endsWith(", 99, ... 900 more]");
        assertThat(tree.text(2)).isEqualTo("[0, 1, ... 998 more]");
        assertThat(tree(Codecs.INT_ARRAY, new int[300]).text(1)).isEqualTo("[0, ... 299 more]");
    }

    @Test
    void hostileTextIsEscaped() {
        assertThat(tree(Codecs.STRING, "\u001B[31mred\u202E\n\t\u0000\uD800\\"))
                .hasToString("\"\\u001b[31mred\\u202e\\n\\t\\u0000\\ud800\\\\\"");
    }

    @Test
    void ofWhatParsersDeliver() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("a", List.of(1, 2.5, "x", true));
        json.put("b", null);
        assertThat(Tree.of(json)).hasToString("{\"a\": [1, 2.5, \"x\", true], \"b\": null}");
        assertThat(Tree.of(1)).isEqualTo(new Tree.Scalar("number", BigDecimal.ONE));
        assertThat(Tree.of(new Tree.Null())).isEqualTo(new Tree.Null());
    }

    @Test
    void partsOfATreeAsText() {
        assertThat(new Tree.Constant("com.acme.Color", "RED")).hasToString("RED");
        assertThat(new Tree.Scalar("string", "a\"b").text()).isEqualTo("a\"b");
        assertThat(new Tree.Scalar("date", new Date(1)).text()).isEqualTo("1970-01-01T00:00:00.001Z");
    }

    @Test
    void arraysAreEqualByTheirElements() {
        Tree numbers = new Tree.Primitives(new double[] {1, 2.5});
        assertThat(numbers)
                .isEqualTo(new Tree.Primitives(new double[] {1, 2.5}))
                .hasSameHashCodeAs(new Tree.Primitives(new double[] {1, 2.5}))
                .isNotEqualTo(new Tree.Primitives(new double[] {1, 2}))
                .isNotEqualTo(new Tree.Primitives(new float[] {1, 2.5f}))
                .isNotEqualTo(new Tree.Null());
        assertThat(numbers.hashCode()).isNotEqualTo(new Tree.Primitives(new double[] {1, 2}).hashCode());
    }

    @Test
    void aTreeIsTheSameWhateverMadeIt() {
        List<Config> configs = new ArrayList<>(List.of(new Config(1, 2, "x", Optimizer.SGD)));
        Tree tree = tree(Codecs.list(Samples.CONFIG), configs);
        assertThat(ArtifactFormat.fromTree(Codecs.list(Samples.CONFIG), tree)).isEqualTo(configs);
    }
}
