package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Marker;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.Samples.Settings;
import dev.cairn.codec.Samples.Shape;
import dev.cairn.codec.Samples.Square;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values built of text and JSON, as parameters are. */
final class FromTreeTest {
    private static <T> @Nullable T from(ArtifactCodec<T> codec, @Nullable Object json) {
        return ArtifactFormat.fromTree(codec, Tree.of(json));
    }

    private static void assertRefused(ArtifactCodec<?> codec, @Nullable Object json, String message) {
        assertThatThrownBy(() -> from(codec, json))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(message);
    }

    @Test
    void numbers() {
        assertThat(from(Codecs.INT, 3)).isEqualTo(3);
        assertThat(from(Codecs.INT, "-3")).isEqualTo(-3);
        assertThat(from(Codecs.INT, "3.0")).isEqualTo(3);
        assertThat(from(Codecs.LONG, "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(from(Codecs.BOXED_BYTE, -128)).isEqualTo((byte) -128);
        assertThat(from(Codecs.DOUBLE, "1e-3")).isEqualTo(0.001);
        assertThat(from(Codecs.DOUBLE, 1)).isEqualTo(1.0);
        assertThat(from(Codecs.DOUBLE, "-0.0")).hasToString("-0.0");
        assertThat(from(Codecs.DOUBLE, "NaN")).isNaN();
        assertThat(from(Codecs.DOUBLE, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(from(Codecs.FLOAT, "0.1")).isEqualTo(0.1f);
        assertThat(from(Codecs.BIG_DECIMAL, "1.10")).isEqualTo(new BigDecimal("1.10"));
        assertThat(from(Codecs.BIG_INTEGER, "1e3")).isEqualTo(BigInteger.valueOf(1000));
    }

    @Test
    void whatIsNoNumberOfTheTypeIsRefused() {
        assertRefused(Codecs.INT, "x", "\"x\" is not an int");
        assertRefused(Codecs.INT, "", "\"\" is not an int");
        assertRefused(Codecs.INT, 3.5, "3.5 is not an int");
        assertRefused(
                Codecs.INT, 3_000_000_000L, "3000000000 is not an int: it must be from -2147483648 to 2147483647");
        assertRefused(Codecs.BYTE, "200", "200 is not a byte: it must be from -128 to 127");
        assertRefused(
                Codecs.INT, "1e1000000000", "1e1000000000 is not an int: it must be from -2147483648 to 2147483647");
        assertRefused(Codecs.BIG_INTEGER, "1e1000000000", "1e1000000000 is too large to be written out");
        assertRefused(Codecs.INT, null, "null is not an int");
        assertRefused(Codecs.INT, true, "true is not an int");
        assertRefused(Codecs.INT, List.of(1), "[1] is not an int");
        assertRefused(Codecs.DOUBLE, "1e999", "1e999 is too large for a double");
        assertRefused(Codecs.FLOAT, "1e99", "1e99 is too large for a float");
        assertRefused(Codecs.DOUBLE, "fast", "\"fast\" is not a double");
    }

    @Test
    void otherValueTypes() {
        assertThat(from(Codecs.BOOLEAN, "true")).isTrue();
        assertThat(from(Codecs.BOOLEAN, false)).isFalse();
        assertThat(from(Codecs.CHAR, "x")).isEqualTo('x');
        assertThat(from(Codecs.STRING, "x")).isEqualTo("x");
        assertThat(from(Codecs.STRING, null)).isNull();
        assertThat(from(Codecs.LOCAL_DATE, "2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(from(Codecs.DURATION, "PT5M")).isEqualTo(Duration.ofMinutes(5));
        assertThat(from(Codecs.PATH, "a/b")).isEqualTo(Path.of("a/b"));
        assertThat(from(Codecs.optional(Codecs.INT), null)).isEmpty();
        assertThat(from(Codecs.OPTIONAL_INT, null)).isEmpty();
        assertThat(from(Codecs.optional(Codecs.INT), "1")).isEqualTo(Optional.of(1));
        assertRefused(Codecs.BOOLEAN, "yes", "\"yes\" is not a boolean");
        assertRefused(Codecs.CHAR, "xy", "\"xy\" is not a char");
        assertRefused(Codecs.STRING, 1, "1 is not a String");
        assertRefused(Codecs.LOCAL_DATE, "2026-02-30", "\"2026-02-30\" is not a LocalDate");
        assertRefused(Codecs.DURATION, "5 minutes", "\"5 minutes\" is not a Duration");
        assertRefused(Codecs.UUID, "1-2", "\"1-2\" is not a UUID");
    }

    @Test
    void enums() {
        assertThat(from(Samples.OPTIMIZER, "ADAM")).isEqualTo(Optimizer.ADAM);
        assertThat(from(Samples.OPTIMIZER.formerNames(Optimizer.SGD, "GD"), "GD"))
                .isEqualTo(Optimizer.SGD);
        assertRefused(Samples.OPTIMIZER, "adam", "\"adam\" is not a Samples.Optimizer: it must be one of SGD, ADAM");
    }

    @Test
    void collections() {
        assertThat(from(Codecs.list(Codecs.BOXED_DOUBLE), List.of(0.1, "0.2", 3)))
                .containsExactly(0.1, 0.2, 3.0);
        assertThat(from(Codecs.DOUBLE_ARRAY, List.of(0.1, "0.2"))).containsExactly(0.1, 0.2);
        assertThat(from(Codecs.array(String.class, Codecs.STRING), List.of("a")))
                .containsExactly("a");
        assertThat(from(Codecs.set(Codecs.STRING), List.of("b", "a")))
                .isExactlyInstanceOf(LinkedHashSet.class)
                .containsExactly("b", "a");
        assertThat(from(Codecs.enumSet(Samples.OPTIMIZER), List.of("ADAM"))).containsExactly(Optimizer.ADAM);
        assertThat(from(Codecs.map(Codecs.BOXED_INT, Codecs.STRING), Map.of("1", "a")))
                .isEqualTo(Map.of(1, "a"));
        assertRefused(Codecs.list(Codecs.INT), List.of(1, "x"), "[1]: \"x\" is not an int");
        assertRefused(Codecs.INT_ARRAY, List.of(1, "x"), "[1]: \"x\" is not an int");
        assertRefused(Codecs.list(Codecs.INT), "1", "\"1\" is not a List");
        assertRefused(Codecs.array(String.class, Codecs.STRING), "1", "\"1\" is not a String[]");
        assertRefused(Codecs.map(Codecs.INT, Codecs.INT), Map.of("x", 1), "\"x\": \"x\" is not an int");
        assertRefused(Codecs.map(Codecs.STRING, Codecs.INT), Map.of("k", "x"), "\"k\": \"x\" is not an int");
        assertRefused(Codecs.map(Codecs.STRING, Codecs.INT), List.of(), "[] is not a Map");
    }

    @Test
    void records() {
        assertThat(from(Samples.CONFIG, Map.of("learningRate", "0.1", "batchSize", 32, "optimizer", "SGD")))
                .isEqualTo(new Config(0.1, 32, null, Optimizer.SGD));
        assertThat(from(Codecs.list(Samples.CONFIG), null)).isNull();
        assertRefused(Samples.CONFIG, Map.of("batchSize", "x"), "field `batchSize`: \"x\" is not an int");
        assertRefused(
                Codecs.list(Samples.CONFIG),
                List.of(Map.of("batchSize", 1.5)),
                "[0] -> field `batchSize`: 1.5 is not an int");
        assertRefused(Samples.CONFIG, Map.of("batchSize", 1), "field `learningRate` of Config is missing");
        assertRefused(
                Samples.CONFIG,
                Map.of("bachSize", 1),
                "Config has no field `bachSize`, but learningRate, batchSize, label, optimizer");
        assertRefused(Samples.CONFIG, "x", "\"x\" is not a Config");
    }

    @Test
    void typesAreNamedAsInJava() {
        assertNamed(Samples.OPTIMIZER, "Samples.Optimizer[]");
        assertNamed(Samples.CONFIG, "Config[]");
        assertNamed(Samples.SHAPE, "Samples.Shape[]");
        assertNamed(Codecs.lazy(() -> Samples.CONFIG), "Config[]");
        assertNamed(Codecs.custom(new CustomCodecTest.LinesCodec()), "CustomCodecTest.Lines[]");
        assertNamed(Codecs.converter(new LinesOfText(), Codecs.STRING), "String[]");
    }

    private static <E> void assertNamed(ArtifactCodec<E> element, String name) {
        String article = "AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ";
        assertRefused(Codecs.array(Object.class, element), "x", "\"x\" is not " + article + name);
    }

    private static final class LinesOfText extends ConverterCodec<CustomCodecTest.Lines, String> {
        @Override
        protected String toStored(CustomCodecTest.Lines value) {
            return String.join(";", value.lines());
        }

        @Override
        protected CustomCodecTest.Lines fromStored(String stored) {
            return new CustomCodecTest.Lines(List.of(stored.split(";")));
        }
    }

    @Test
    void typesThatHoldThemselves() {
        assertThat(from(
                        Samples.NODE,
                        Map.of("value", 1, "left", Map.of("value", 2), "others", List.of(Map.of("value", 3)))))
                .isEqualTo(new Node(1, new Node(2, null, null, null), null, List.of(new Node(3, null, null, null))));
    }

    @Test
    void aFieldIsKnownByItsFormerNameToo() {
        Versioned row = Versioned.of(
                Versioned.with("a", Codecs.INT), Versioned.with("n", Codecs.INT).formerNames("m"));
        assertThat(from(row, Map.of("a", 1, "m", 2))).isEqualTo(Versioned.Row.of("a", 1, "n", 2));
    }

    @Test
    void plainClassesKeepTheirDefaults() {
        Settings settings = from(Samples.SETTINGS, Map.of("retries", 5));
        assertThat(settings).isNotNull();
        assertThat(settings.retries).isEqualTo(5);
        assertThat(settings.host).isEqualTo("localhost");
    }

    @Test
    void sealedTypesByTheNameOfTheSubtype() {
        assertThat(from(Samples.SHAPE, Map.of("@type", "Circle", "radius", 2))).isEqualTo(new Circle(2));
        assertThat(from(Samples.SHAPE, Map.of("@type", "com.acme.Circle", "radius", 2)))
                .isEqualTo(new Circle(2));
        assertRefused(
                Samples.SHAPE,
                Map.of("radius", 2),
                "{\"radius\": 2} is not a Samples.Shape: name its type as `@type`, one of Circle, Square,"
                        + " Samples.Marker");
    }

    @Test
    void objects() {
        ArtifactCodec<Object> any = Codecs.any(Samples.SHAPE);
        assertThat(from(any, List.of(1, 2.5, "x", true, 3_000_000_000L)))
                .isEqualTo(List.of(1, 2.5, "x", true, 3_000_000_000L));
        assertThat(from(any, Map.of("a", Map.of("b", 1)))).isEqualTo(Map.of("a", Map.of("b", 1)));
    }

    @Test
    void whatHasNoTextIsRefused() {
        assertRefused(
                Codecs.custom(new CustomCodecTest.LinesCodec()),
                "x",
                "CustomCodecTest.Lines cannot be written as text, because it has its own codec");
    }

    private static <T> Tree stored(ArtifactCodec<T> codec, @Nullable T value) {
        Schemas schemas = new Schemas();
        return schemas.tree(schemas.encode(codec, value));
    }

    @Test
    void eachSubtypeIsToldByItsName() {
        for (Shape shape : List.of(new Circle(1), new Square(2), Marker.ORIGIN)) {
            assertThat(ArtifactFormat.fromTree(Samples.SHAPE, stored(Samples.SHAPE, shape)))
                    .isEqualTo(shape);
        }
        assertThat(from(Samples.SHAPE, Map.of("@type", "Square", "side", 2))).isEqualTo(new Square(2));
        assertThat(from(Samples.SHAPE, Map.of("@type", "com.acme.Square", "side", 2)))
                .isEqualTo(new Square(2));
    }

    @Test
    void whatWasStoredAsAnObject() {
        ArtifactCodec<Object> any = Codecs.any(Samples.SHAPE);
        List<Object> values = Arrays.asList(
                new Square(2), Marker.ORIGIN, 7, 8L, null, new BigDecimal("1.5"), List.of("a"), Map.of("b", true));
        assertThat(ArtifactFormat.fromTree(any, stored(any, values))).isEqualTo(values);
        assertThat(ArtifactFormat.fromTree(any, stored(any, new int[] {3, 4}))).isEqualTo(new int[] {3, 4});
        assertThat(ArtifactFormat.fromTree(any, new Tree.Struct("", Map.of("a", new Tree.Scalar("string", "b")))))
                .isEqualTo(Map.of("a", "b"));
    }
}
