package dev.cairn.processor.read;

import static dev.cairn.processor.read.FlowReading.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int | INT
            boolean | BOOLEAN
            char | CHAR
            Integer | BOXED_INT
            Character | BOXED_CHAR
            Double | BOXED_DOUBLE
            String | STRING
            java.math.BigDecimal | BIG_DECIMAL
            UUID | UUID
            java.net.URI | URI
            java.nio.file.Path | PATH
            java.nio.charset.Charset | CHARSET
            java.time.LocalDateTime | LOCAL_DATE_TIME
            java.time.ZoneId | ZONE_ID
            OptionalInt | OPTIONAL_INT
            BitSet | BIT_SET
            Random | RANDOM
            double[] | DOUBLE_ARRAY
            int[][] | array(INT_ARRAY)
            String[] | array(STRING)
            List<String>[] | array(list(STRING))
            List<Double> | list(BOXED_DOUBLE)
            Iterable<String> | iterable(STRING)
            Collection<String> | collection(STRING)
            ArrayDeque<String> | arrayDeque(STRING)
            PriorityQueue<String> | priorityQueue(STRING)
            NavigableSet<String> | navigableSet(STRING)
            Map<String, List<Long>> | map(STRING, list(BOXED_LONG))
            java.util.concurrent.ConcurrentMap<String, Integer> | concurrentMap(STRING, BOXED_INT)
            EnumMap<java.time.DayOfWeek, String> | enumMap(DayOfWeek, STRING)
            EnumSet<java.time.DayOfWeek> | enumSet(DayOfWeek)
            Optional<String> | optional(STRING)
            Map.Entry<String, Integer> | entry(STRING, BOXED_INT)
            List<? extends String> | list(STRING)
            List<?> | list(any)
            List<? super Integer> | list(any)
            Map<String, Object> | map(STRING, any)
            dev.cairn.runtime.IncludedFile | IncludedFile.CODEC
            List<dev.cairn.runtime.IncludedFile> | list(IncludedFile.CODEC)
            Object | any
            """)
    void builtIn(String type, String expected) {
        assertThat(text(stored(type + " x;"))).isEqualTo(expected);
    }

    @Test
    void wildcardsGiveWayToTheirBounds() {
        StoredType stored = stored("Map<String, ? extends List<? extends Config>> x; record Config(int a) {}");

        assertThat(text(stored)).isEqualTo("map(STRING, list(Sample.Config))");
        assertThat(stored.type()).hasToString("Map<String, List<Sample.Config>>");
    }

    @Test
    void aWildcardWithoutBoundIsThatOfTheTypeParameter() {
        StoredType stored = stored("Holder<?> x; record Holder<T extends Config>(T value) {} record Config(int a) {}");

        assertThat(stored.type()).hasToString("Sample.Holder<Sample.Config>");
    }

    @Test
    void recordsByTheirComponents() {
        assertThat(definition("Config x; record Config(int a, List<String> b) {}"))
                .isEqualTo("Sample.Config{a: INT, b: list(STRING)}");
    }

    @Test
    void genericRecordsByTheirArguments() {
        assertThat(definition("Pair<String, Pair<Integer, Long>> x; record Pair<A, B>(A first, List<B> second) {}"))
                .isEqualTo("Sample.Pair<String, Sample.Pair<Integer, Long>>"
                        + "{first: STRING, second: list(Sample.Pair<Integer, Long>)}");
    }

    @Test
    void recursionByName() {
        assertThat(definition("Node x; record Node(int value, List<Node> next) {}"))
                .isEqualTo("Sample.Node{value: INT, next: list(Sample.Node)}");
    }

    @Test
    void enumsByTheirConstants() {
        assertThat(definition("Color x; enum Color { RED { }, GREEN; static final Color DEFAULT = RED; int code; }"))
                .isEqualTo("Sample.Color{RED, GREEN}");
    }

    @Test
    void sealedTypesByTheClassesOfTheirValues() {
        assertThat(definition("""
                        Shape x;
                        sealed interface Shape permits Round, Square {}
                        sealed interface Round extends Shape permits Circle, Ellipse {}
                        record Circle(double radius) implements Round {}
                        record Ellipse(double a, double b) implements Round {}
                        enum Square implements Shape { SMALL, LARGE }
                        """)).isEqualTo("Sample.Shape = Sample.Circle | Sample.Ellipse | Sample.Square");
    }

    @Test
    void sealedTypesWithoutPermitsInTheOrderOfTheSource() {
        assertThat(definition("""
                        Shape x;
                        static abstract sealed class Shape {
                            static final class Circle extends Shape { double radius; }
                            static final class Dot extends Shape {}
                        }
                        """)).isEqualTo("Sample.Shape = Sample.Shape.Circle | Sample.Shape.Dot");
    }

    @Test
    void aClassPermittedOnTwoPathsOnce() {
        assertThat(definition("""
                        Shape x;
                        sealed interface Shape permits A, B {}
                        sealed interface A extends Shape permits C {}
                        sealed interface B extends Shape permits C {}
                        record C() implements A, B {}
                        """)).isEqualTo("Sample.Shape = Sample.C");
    }

    @Test
    void sealedTypesHandDownTheirArguments() {
        assertThat(definition("""
                        Result<List<String>, Integer> x;
                        sealed interface Result<T, E> permits Success, Failed, Never {}
                        record Success<V, X>(V value) implements Result<V, X> {}
                        record Failed<X, V>(X error) implements Result<List<V>, X> {}
                        record Never() implements Result<Void, Void> {}
                        """))
                .isEqualTo("Sample.Result<List<String>, Integer>"
                        + " = Sample.Success<List<String>, Integer> | Sample.Failed<Integer, String>");
    }

    @Test
    void formerNames() {
        Struct config = FlowReading.definition(
                "Config x; @FormerNames(\"com.acme.Settings\") record Config(@FormerNames({\"p\", \"q\"}) int a, int b) {}");
        StoredDefinition.Enumeration color = FlowReading.definition(
                "Color x; @FormerNames(\"Colour\") enum Color { @FormerNames(\"ROUGE\") RED, GREEN }");

        assertThat(config.formerNames()).containsExactly("com.acme.Settings");
        assertThat(config.fields())
                .extracting(StoredDefinition.Field::formerNames)
                .containsExactly(List.of("p", "q"), List.of());
        assertThat(color.formerNames()).containsExactly("Colour");
        assertThat(color.constants())
                .containsExactly(
                        new StoredDefinition.Constant("RED", List.of("ROUGE")),
                        new StoredDefinition.Constant("GREEN", List.of()));
    }

    @Test
    void annotationsOnTypesDoNotCount() {
        String annotation = """
                package com.acme;
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
                @interface Marked {}
                """;
        StoredType stored = stored("@Marked List<@Marked String> x;", annotation);

        assertThat(stored.type()).hasToString("List<String>");
        assertThat(text(stored("@Marked int @Marked [] x;", annotation))).isEqualTo("INT_ARRAY");
    }

    private static String definition(String members) {
        StoredDefinition definition = FlowReading.definition(members);
        if (definition instanceof Struct struct) {
            return struct.type()
                    + struct.fields().stream()
                            .map(field -> field.name() + ": " + text(field.stored()))
                            .collect(Collectors.joining(", ", "{", "}"));
        } else if (definition instanceof StoredDefinition.Enumeration enumeration) {
            return enumeration.type()
                    + enumeration.constants().stream()
                            .map(StoredDefinition.Constant::name)
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        StoredDefinition.Sealed sealed = (StoredDefinition.Sealed) definition;
        return sealed.type()
                + sealed.subtypes().stream().map(StoredTypesTest::text).collect(Collectors.joining(" | ", " = ", ""));
    }

    private static String text(StoredType stored) {
        if (stored instanceof StoredType.BuiltIn builtIn) {
            return builtIn.owner().simpleName().equals("Codecs")
                    ? builtIn.constant()
                    : builtIn.owner().simpleName() + "." + builtIn.constant();
        } else if (stored instanceof StoredType.Container container) {
            return container.factory()
                    + container.arguments().stream()
                            .map(StoredTypesTest::text)
                            .collect(Collectors.joining(", ", "(", ")"));
        } else if (stored instanceof StoredType.Entry entry) {
            return "entry(" + text(entry.key()) + ", " + text(entry.value()) + ")";
        } else if (stored instanceof StoredType.ReferenceArray array) {
            return "array(" + text(array.component()) + ")";
        }
        return stored instanceof StoredType.Any
                ? "any"
                : ((StoredType.Named) stored).type().toString();
    }
}
