package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fingerprints cannot see is said in sentences; a step whose code cannot be read has none. */
class UnseenTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Step;

            class Trip {
                long total;

                @Step(next = "middle")
                void start() throws Exception {
                    total = Helper.load();
                }

                @Step(next = "end")
                void middle() throws Exception {
                    total = Helper.load() + Long.parseLong(System.getenv("TOTAL"));
                    Runnable later = () -> Helper.count();
                    later.run();
                }

                @Step
                void end() throws Exception {
                    total = Trip.class.getResourceAsStream("total.txt").read();
                    new ProcessBuilder("ls").start();
                    new java.net.URLClassLoader(new java.net.URL[0]).loadClass("com.acme.Plugin");
                    new Thread(() -> {}).start();
                }
            }

            class Helper {
                static int load() throws Exception {
                    return Class.forName("com.acme." + "Plugin").hashCode();
                }

                static native int count();

                static String notReached() {
                    return System.getProperty("notReached");
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void saysWhatIsNotSeenAndWhichStepsThatConcerns() throws Exception {
        assertThat(fingerprints().unseen())
                .containsExactly(
                        "`com.acme.Helper.count` calls native code: when that changes, step `middle` is not run again.",
                        "`com.acme.Helper.load` finds code by name: when that changes, steps `middle`, `start` are not run"
                                + " again.",
                        "`com.acme.Trip.end` finds code by name: when that changes, step `end` is not run again.",
                        "`com.acme.Trip.end` reads a resource: when that changes, step `end` is not run again.",
                        "`com.acme.Trip.end` starts another program: when that changes, step `end` is not run again.",
                        "`com.acme.Trip.middle` reads the environment: when that changes, step `middle` is not run again.");
    }

    @Test
    void hasNoFingerprintWithoutClassFile() throws Exception {
        compile();
        byte[] bytes = Files.readAllBytes(classes().resolve("com/acme/Trip.class"));
        Class<?> defined = new ClassLoader(UnseenTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("com.acme.Trip", bytes, 0, bytes.length);
            }
        }.define();

        FlowFingerprints fingerprints = compute(defined);

        assertThat(TestProgram.ofSteps(fingerprints, FLOW)).isEmpty();
        assertThat(fingerprints.unseen())
                .containsExactly("The code of flow `Trip` cannot be read, so no step can be reused: class com.acme.Trip"
                        + " has no class file that its class loader finds.");
    }

    @Test
    void hasNoFingerprintWhereAClassFileIsNotReadable() throws Exception {
        compile();
        byte[] later = Files.readAllBytes(classes().resolve("com/acme/Helper.class"));
        later[7] = 120;
        Files.write(classes().resolve("com/acme/Helper.class"), later);

        FlowFingerprints fingerprints = TestProgram.fingerprints("com.acme.Trip", FLOW, classes());

        assertThat(TestProgram.ofSteps(fingerprints, FLOW)).isEmpty();
        assertThat(fingerprints.unseen())
                .containsExactly("The code of flow `Trip` cannot be read, so no step can be reused: the file of class"
                        + " com.acme.Helper cannot be read: Unsupported class file version 120.0.");
    }

    @Test
    void hasNoFingerprintOfAStepWithoutMethod() throws Exception {
        compile();
        String more = FLOW + "@Step\nvoid elsewhere() {}";

        FlowFingerprints fingerprints = TestProgram.fingerprints("com.acme.Trip", more, classes());

        assertThat(TestProgram.ofSteps(fingerprints, more)).containsOnlyKeys("start", "middle", "end");
        assertThat(fingerprints.unseen())
                .startsWith(
                        "Step `elsewhere` has no method in the class file of com.acme.Trip, so it cannot be reused.");
    }

    @Test
    void hasTheSameFormForOneVersionOfJavaOnly() throws Exception {
        String one = fingerprints().ofStep("end").orElseThrow();

        assertThat(one).matches("2:61:[0-9a-f]{64}");
        assertThat(FlowFingerprints.areComparable(one, "2:61:0")).isTrue();
        assertThat(FlowFingerprints.areComparable(one, one.replace(":61:", ":65:")))
                .isFalse();
        assertThat(FlowFingerprints.areComparable(one, "3" + one.substring(1))).isFalse();
    }

    private FlowFingerprints fingerprints() throws Exception {
        compile();
        return TestProgram.fingerprints("com.acme.Trip", FLOW, classes());
    }

    private static FlowFingerprints compute(Class<?> flow) {
        return new FingerprintComputation(TestProgram.definition(flow, FLOW), Set.of()).compute();
    }

    private void compile() throws Exception {
        TestProgram.compile(TestProgram.write(Map.of("Trip.java", FLOW), directory.resolve("sources")), classes());
    }

    private Path classes() {
        return directory.resolve("classes");
    }
}
