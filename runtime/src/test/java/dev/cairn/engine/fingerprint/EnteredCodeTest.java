package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is entered of the jar of a flow, and what else counts for a step. */
class EnteredCodeTest {
    private static final String FLOW = """
            package com.acme.trips;

            import dev.cairn.Step;

            class Trip {
                long total;
                String name;

                @Step(next = "library")
                void start() {
                    total = com.acme.tools.Tool.twice(1);
                }

                @Step(next = "ride")
                void library() {
                    name = org.library.Library.name();
                }

                @Step(next = "end")
                void ride() {
                    RideRunner.run();
                }

                @Step
                void end() {}
            }
            """;

    private static final Map<String, String> OTHERS = Map.of(
            "Trip.java",
            FLOW,
            "Tool.java",
            "package com.acme.tools; public class Tool { public static int twice(int n) { return n * 2; } }",
            "Library.java",
            """
            package org.library;
            public class Library {
                public static String name() { return "name"; }
                public static int unused() { return 1; }
            }
            """,
            "Ride.java",
            """
            package com.acme.trips;
            class Ride {
                int length = 1;
                @dev.cairn.Step void start() { length = 2; }
                void helper() { length = 3; }
            }
            """,
            "RideRunner.java",
            """
            package com.acme.trips;
            class RideRunner {
                static void run() { new Ride().start(); }
                static class Definition {}
            }
            class RideArtifacts {}
            class RideRun {}
            class RideCodecs {}
            class RideProvider {}
            """);

    private static final String SHADED = "dev/cairn/runtime/FlowMain.class";

    @TempDir
    private Path directory;

    private int programs;

    @Test
    void entersAllOfAFolderAndOfAJarThatHoldsOneProgram() throws Exception {
        assertThat(changed("return n * 2;", "return n * 3;", false)).containsExactly("start");
        assertThat(changed("return \"name\";", "return \"title\";", false)).containsExactly("library");
        assertThat(changed("return 1;", "return 2;", false)).isEmpty();
    }

    @Test
    void entersOfAJarThatHoldsLibrariesTheFirstTwoSegmentsOnly() throws Exception {
        assertThat(changed("return n * 2;", "return n * 3;", true)).containsExactly("start");
        assertThat(changed("return \"name\";", "return \"title\";", true)).containsExactly("library");
        assertThat(changed("return 1;", "return 2;", true)).containsExactly("library");
        assertThat(changed("return 1;", "return 2;", true, "org.library")).isEmpty();
        assertThat(changed("return \"name\";", "return \"title\";", true, "org.library"))
                .containsExactly("library");
    }

    @Test
    void aStepThatRunsAnotherFlowReachesAllOfIt() throws Exception {
        assertThat(changed("length = 2;", "length = 4;", false)).containsExactly("ride");
        assertThat(changed("int length = 1;", "int length = 5;", false)).containsExactly("ride");
        assertThat(changed("new Ride().start();", "new Ride().start(); new Ride();", false))
                .isEmpty();
    }

    @Test
    void theSchemasOfTheArtifactsCountThatAStepUses() throws Exception {
        Path classes = compile(OTHERS);
        try (URLClassLoader loader = TestProgram.loader(classes)) {
            Class<?> flow = loader.loadClass("com.acme.trips.Trip");
            Map<String, String> one =
                    TestProgram.ofSteps(FlowFingerprints.of(TestProgram.definition(flow, FLOW, Codecs.INT)), FLOW);
            Map<String, String> other =
                    TestProgram.ofSteps(FlowFingerprints.of(TestProgram.definition(flow, FLOW, Codecs.LONG)), FLOW);

            assertThat(one.get("start")).isNotEqualTo(other.get("start"));
            assertThat(one.get("library")).isNotEqualTo(other.get("library"));
            assertThat(one.get("end")).isEqualTo(other.get("end"));
        }
    }

    @Test
    void isComputedOnceForEachDefinition() throws Exception {
        Path classes = compile(OTHERS);
        try (URLClassLoader loader = TestProgram.loader(classes)) {
            var definition = TestProgram.definition(loader.loadClass("com.acme.trips.Trip"), FLOW);
            FlowFingerprints first = FlowFingerprints.of(definition);
            Files.delete(classes.resolve("com/acme/trips/Trip.class"));

            assertThat(FlowFingerprints.of(definition)).isSameAs(first);
            assertThat(new FingerprintComputation(definition, Set.of())
                            .compute()
                            .ofStep("start"))
                    .isEmpty();
        }
    }

    private Set<String> changed(String text, String other, boolean shaded, String... packages) throws Exception {
        Map<String, String> changed = new TreeMap<>(OTHERS);
        changed.replaceAll((file, source) -> source.replace(text, other));
        Map<String, String> before = fingerprints(OTHERS, shaded, packages);
        Map<String, String> after = fingerprints(changed, shaded, packages);
        Set<String> steps = new TreeSet<>(before.keySet());
        assertThat(steps).containsExactly("end", "library", "ride", "start");
        assertThat(changed).isNotEqualTo(OTHERS);
        steps.removeIf(step -> before.get(step).equals(after.get(step)));
        return steps;
    }

    @Test
    void whatIsEnteredIsPartOfTheForm() throws Exception {
        Map<String, String> sources = OTHERS;
        String plain = fingerprints(sources, true).get("start");
        String more = fingerprints(sources, true, "org.b", "org.a").get("start");

        assertThat(more).contains(":org.a,org.b:");
        assertThat(FlowFingerprints.areComparable(plain, more)).isFalse();
        assertThat(FlowFingerprints.areComparable(
                        more, fingerprints(sources, true, "org.a", "org.b").get("start")))
                .isTrue();
    }

    private Map<String, String> fingerprints(Map<String, String> sources, boolean shaded, String... packages)
            throws Exception {
        Path classes = compile(sources);
        if (shaded) {
            Files.createDirectories(classes.resolve(SHADED).getParent());
            Files.write(classes.resolve(SHADED), new byte[] {1});
        }
        Path jar = TestProgram.jar(classes.resolveSibling("program.jar"), classes);
        try (URLClassLoader loader = TestProgram.loader(jar)) {
            Class<?> flow = loader.loadClass("com.acme.trips.Trip");
            return TestProgram.ofSteps(FlowFingerprints.of(TestProgram.definition(flow, FLOW), Set.of(packages)), FLOW);
        }
    }

    private Path compile(Map<String, String> sources) throws Exception {
        Path here = directory.resolve("program" + programs++);
        TestProgram.compile(TestProgram.write(sources, here.resolve("sources")), here.resolve("classes"));
        return here.resolve("classes");
    }
}
