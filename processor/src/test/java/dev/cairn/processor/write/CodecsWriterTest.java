package dev.cairn.processor.write;

import static dev.cairn.processor.write.CodecsDriver.generate;
import static dev.cairn.processor.write.CodecsDriver.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class CodecsWriterTest {
    private static final JavaFileObject CONFIG = JavaFileObjects.forSourceString(
            "com.acme.Config", "package com.acme; record Config(double learningRate, int batchSize) {}");

    @Test
    void recordsAndForeach() {
        assertGolden("records", sample("""
                        List<Double> rates;
                        List<Config> candidates;
                        Map<String, Config> best;
                        int[] sizes;
                        double accuracy;
                        int count;
                        @Step(next = "a", foreach = "candidates") void start() {}
                        @Step(next = "b", foreach = "best") void a() {}
                        @Step(next = "c", foreach = "sizes") void b() {}
                        @Step(next = "d", foreach = "count") void c() {}
                        """), CONFIG);
    }

    @Test
    void plainClasses() {
        assertGolden("classes", sample("Model model;"), JavaFileObjects.forSourceString("com.acme.Model", """
                        package com.acme;

                        import java.util.List;

                        class Model {
                            private final String name;
                            final int[] sizes;
                            double accuracy;
                            private List<? extends Config> weights;

                            Model(int[] sizes, String name) {
                                this.sizes = sizes;
                                this.name = name;
                            }

                            String name() {
                                return name;
                            }

                            void setWeights(List<? extends Config> weights) {
                                this.weights = weights;
                            }

                            public List<? extends Config> getWeights() {
                                return weights;
                            }
                        }
                        """), CONFIG);
    }

    @Test
    void privateState() {
        assertGolden(
                "private",
                sample("Grid grid; Walk<String> walk;"),
                JavaFileObjects.forSourceString("com.acme.Grid", """
                        package com.acme;

                        class Grid {
                            final int size;
                            final double[][] cells;
                            final int bins = 256;
                            private long steps;

                            Grid(int size) {
                                this.size = size;
                                this.cells = new double[size][size];
                            }
                        }
                        """),
                JavaFileObjects.forSourceString("com.acme.Walk", """
                        package com.acme;

                        import java.util.ArrayList;
                        import java.util.List;

                        class Walk<T> {
                            private final T name;
                            private final List<T> path = new ArrayList<>();
                            private List<? extends Integer> weights;

                            private Walk(T name) {
                                this.name = name;
                            }
                        }
                        """));
    }

    @Test
    void sealedTypesEnumsAndRecursion() {
        assertGolden(
                "sealed",
                sample("Shape shape; Result<String, Color> result; Object anything;"),
                JavaFileObjects.forSourceString("com.acme.Shape", """
                        package com.acme;

                        sealed interface Shape {
                            record Circle(double radius) implements Shape {}

                            record Group(java.util.List<Shape> shapes, Color color) implements Shape {}
                        }
                        """),
                JavaFileObjects.forSourceString("com.acme.Color", """
                        package com.acme;

                        import dev.cairn.FormerNames;

                        @FormerNames("com.acme.Colour")
                        enum Color {
                            @FormerNames({"ROUGE", "ROSSO"})
                            RED,
                            GREEN
                        }
                        """),
                JavaFileObjects.forSourceString("com.acme.Result", """
                        package com.acme;

                        import dev.cairn.FormerNames;

                        sealed interface Result<T, E> {
                            record Success<T, E>(T value) implements Result<T, E> {}

                            @FormerNames("com.acme.Failed")
                            record Failure<T, E>(@FormerNames("reason") E error) implements Result<T, E> {}
                        }
                        """));
    }

    @Test
    void twoTypesOfOneNameAreCalledWithTheClassesAroundThem() {
        assertThat(generate(sample(
                        "A.Foo a; B.Foo b; static class A { record Foo() {} } static class B { record Foo() {} }")))
                .contains("SAMPLE_A_FOO_CODEC = new SampleAFooCodec()", "SAMPLE_B_FOO_CODEC = new SampleBFooCodec()");
    }

    @Test
    void constantsOfArtifactsNeverCollide() {
        assertThat(generate(sample("""
                        String fooBar;
                        int foo_bar;
                        List<String> x;
                        String xItem;
                        long configCodec;
                        Config config;
                        @Step(next = "a", foreach = "x") void start() {}
                        record Config() {}
                        """)))
                .contains(
                        " FOO_BAR = Codecs.STRING;",
                        " FOO_BAR_ = Codecs.INT;",
                        " X_ITEM = Codecs.STRING;",
                        " X_ITEM_ = Codecs.STRING;",
                        " CONFIG_CODEC = Codecs.LONG;",
                        " CONFIG_CODEC_ = new ConfigCodec();",
                        " CONFIG = CONFIG_CODEC_;");
    }

    @Test
    void nestedFlows() {
        assertThat(generate(JavaFileObjects.forSourceString(
                        "com.acme.Outer",
                        "package com.acme; class Outer { @dev.cairn.Flow static class Inner { int a; } }")))
                .contains("final class Outer_InnerCodecs {", "/** Stores {@link Outer.Inner#a}. */");
    }

    @Test
    void theSameBytesOnEveryBuild() {
        JavaFileObject sample = sample(
                "Shape a; Object b; sealed interface Shape {} record A(Shape s) implements Shape {} enum B implements Shape { C }");

        assertThat(generate(sample)).isEqualTo(generate(sample));
    }

    @Test
    void methodsStayShortInLargeFlows() throws ReflectiveOperationException {
        String artifacts = IntStream.range(0, 300)
                .mapToObj(i -> "Map<String, List<Part%1$d>> artifact%1$d; record Part%1$d(int a, Part%2$d next) {}\n"
                        .formatted(i, (i + 1) % 300))
                .collect(Collectors.joining());
        LoadedCodecs codecs = LoadedCodecs.of(sample(artifacts + "Object any;"));

        assertThat(codecs.classFiles())
                .hasSizeGreaterThan(600)
                .allSatisfy((name, classFile) -> assertThat(
                                MethodSizes.of(classFile).values())
                        .as(name)
                        .allSatisfy(size -> assertThat(size).isLessThan(8000)));
        assertThat(LoadedCodecs.roundTrip(codecs.codec("ARTIFACT299"), Map.of()))
                .isEqualTo(Map.of());
        assertThat(LoadedCodecs.roundTrip(codecs.codec("ANY"), "text")).isEqualTo("text");
    }

    @Test
    void textGrowsWithTheFlow() {
        int of100 = generate(sample(large(100))).length();
        int of200 = generate(sample(large(200))).length();

        assertThat(of200).isLessThan(of100 * 21 / 10);
    }

    private static String large(int size) {
        return IntStream.range(100, 100 + size)
                .mapToObj("Part%1$d artifact%1$d; record Part%1$d(Object a, Part100 b) {}\n"::formatted)
                .collect(Collectors.joining());
    }

    /**
     * Compares with a file, or writes it if the system property {@code golden.renew} is set; compiles it, too.
     */
    private static void assertGolden(String name, JavaFileObject... sources) {
        Path golden = Path.of("src/test/resources/dev/cairn/processor/write/codecs", name + ".txt");
        String text = generate(sources);
        try {
            if (Boolean.getBoolean("golden.renew")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text);
            }
            assertThat(text).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoadedCodecs.of(sources);
    }
}
