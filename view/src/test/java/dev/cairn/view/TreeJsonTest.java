package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The JSON of each kind of value. */
class TreeJsonTest {
    private static Tree.Scalar text(String text) {
        return new Tree.Scalar("string", text);
    }

    private static Tree.Scalar number(int number) {
        return new Tree.Scalar("i32", number);
    }

    private static String json(Tree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput.print(out, json -> new TreeJson(json).write(tree));
        return out.toString(StandardCharsets.UTF_8).replaceAll("\n *", " ").strip();
    }

    @Test
    void scalars() throws IOException {
        assertThat(json(new Tree.Null())).isEqualTo("null");
        assertThat(json(new Tree.Scalar("bool", true))).isEqualTo("true");
        assertThat(json(number(-3))).isEqualTo("-3");
        assertThat(json(new Tree.Scalar("i64", Long.MAX_VALUE))).isEqualTo("9223372036854775807");
        assertThat(json(new Tree.Scalar("f32", 0.1f))).isEqualTo("0.1");
        assertThat(json(new Tree.Scalar("f64", 1e300))).isEqualTo("1.0E300");
        assertThat(json(new Tree.Scalar("decimal", new BigDecimal("1.50")))).isEqualTo("1.50");
        assertThat(json(new Tree.Scalar("duration", Duration.ofMinutes(3)))).isEqualTo("\"PT3M\"");
        assertThat(json(text("gr\u00f6\u00dfe \"x\""))).isEqualTo("\"gr\\u00F6\\u00DFe \\\"x\\\"\"");
    }

    /** A parameter of the type could be given so; none depends on the time zone or the language of the machine. */
    @Test
    void valueTypes() throws IOException {
        assertThat(json(new Tree.Scalar("date", new Date(1)))).isEqualTo("\"1970-01-01T00:00:00.001Z\"");
        assertThat(json(new Tree.Scalar("locale", Locale.GERMANY))).isEqualTo("\"de-DE\"");
        assertThat(json(new Tree.Scalar("bitset", BitSet.valueOf(new byte[] {5}))))
                .isEqualTo("[ 0, 2 ]");
        assertThat(json(new Tree.Scalar("optionalint", OptionalInt.of(3)))).isEqualTo("3");
        assertThat(json(new Tree.Scalar("optionallong", OptionalLong.of(Long.MIN_VALUE))))
                .isEqualTo("-9223372036854775808");
        assertThat(json(new Tree.Scalar("optionaldouble", OptionalDouble.of(Double.NaN))))
                .isEqualTo("\"NaN\"");
        assertThat(json(new Tree.Scalar("optionalint", OptionalInt.empty()))).isEqualTo("null");
        assertThat(json(new Tree.Scalar("optionallong", OptionalLong.empty()))).isEqualTo("null");
        assertThat(json(new Tree.Scalar("optionaldouble", OptionalDouble.empty())))
                .isEqualTo("null");
    }

    /** {@code toString} of JDK 17 has more digits of some. */
    @Test
    void numbersWithAPointHaveAsFewDigitsAsPossible() throws IOException {
        assertThat(json(new Tree.Scalar("f64", 2.0E23))).isEqualTo("2.0E23");
        assertThat(json(new Tree.Scalar("f32", Float.MIN_NORMAL))).isEqualTo("1.1754944E-38");
        assertThat(json(new Tree.Primitives(new double[] {2.0E23, -0.0, 100}))).isEqualTo("[ 2.0E23, -0.0, 100.0 ]");
        assertThat(json(new Tree.Primitives(new float[] {0x1p-96f, 2.0E-3f}))).isEqualTo("[ 1.2621775E-29, 0.002 ]");
        assertThat(json(new Tree.Scalar("optionaldouble", OptionalDouble.of(1.0E23))))
                .isEqualTo("1.0E23");
    }

    @Test
    void aFieldCannotBeTakenForTheNameOfTheClass() {
        assertThatThrownBy(() -> json(new Tree.Struct("com.acme.Config", Map.of("@type", number(1)))))
                .hasMessage("Duplicate field '@type'");
    }

    @Test
    void numbersThatJsonDoesNotHaveAreTexts() throws IOException {
        assertThat(json(new Tree.Primitives(new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1})))
                .isEqualTo("[ \"NaN\", \"-Infinity\", 1.0 ]");
    }

    @Test
    void arraysOfPrimitives() throws IOException {
        assertThat(json(new Tree.Primitives(new byte[] {1, -1}))).isEqualTo("[ 1, -1 ]");
        assertThat(json(new Tree.Primitives(new boolean[] {true}))).isEqualTo("[ true ]");
        assertThat(json(new Tree.Primitives(new char[] {'a', '\ud800'}))).isEqualTo("[ \"a\", \"\\uD800\" ]");
    }

    @Test
    void objectsSayOfWhichClassTheyAre() throws IOException {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("rate", new Tree.Scalar("f64", 0.5));
        fields.put("kind", new Tree.Constant("com.acme.Kind", "FAST"));

        assertThat(json(new Tree.Struct("com.acme.Config", fields)))
                .isEqualTo("{ \"@type\": \"com.acme.Config\", \"rate\": 0.5, \"kind\": \"FAST\" }");
    }

    @Test
    void mapsWithTextsAsKeysAreObjects() throws IOException {
        assertThat(json(new Tree.Mapping("hashmap", List.of()))).isEqualTo("{ }");
        assertThat(json(new Tree.Mapping("hashmap", List.of(new Tree.Entry(text("a"), number(1))))))
                .isEqualTo("{ \"a\": 1 }");
        assertThat(json(new Tree.Mapping(
                        "enummap", List.of(new Tree.Entry(new Tree.Constant("com.acme.Kind", "FAST"), number(1))))))
                .isEqualTo("{ \"FAST\": 1 }");
    }

    @Test
    void otherMapsAreListsOfEntries() throws IOException {
        assertThat(json(new Tree.Mapping("hashmap", List.of(new Tree.Entry(number(7), text("a"))))))
                .isEqualTo("[ { \"key\": 7, \"value\": \"a\" } ]");
    }

    @Test
    void mapsWhoseKeysHaveTheSameTextAreListsOfEntriesToo() throws IOException {
        assertThat(json(new Tree.Mapping(
                        "hashmap",
                        List.of(
                                new Tree.Entry(text("FAST"), number(1)),
                                new Tree.Entry(new Tree.Constant("com.acme.Kind", "FAST"), number(2))))))
                .isEqualTo("[ { \"key\": \"FAST\", \"value\": 1 }, { \"key\": \"FAST\", \"value\": 2 } ]");
    }

    @Test
    void optionalsAreTheirElementOrNull() throws IOException {
        assertThat(json(new Tree.Sequence("list", List.of(number(1), text("a")))))
                .isEqualTo("[ 1, \"a\" ]");
        assertThat(json(new Tree.Sequence("optional", List.of(number(1))))).isEqualTo("1");
        assertThat(json(new Tree.Sequence("optional", List.of()))).isEqualTo("null");
    }

    @Test
    void whatOnlyAClassCanReadIsNamed() throws IOException {
        assertThat(json(new Tree.Opaque("org.acme.Model", "acme/1", 600)))
                .isEqualTo("{ \"@type\": \"org.acme.Model\", \"@reader\": \"acme/1\", \"@size\": 600 }");
        assertThat(json(new Tree.Opaque("org.acme.Model", "class org.acme.Model", 600, "a \"model\"")))
                .isEqualTo("{ \"@type\": \"org.acme.Model\", \"@reader\": \"class org.acme.Model\", \"@size\": 600,"
                        + " \"@text\": \"a \\\"model\\\"\" }");
    }
}
