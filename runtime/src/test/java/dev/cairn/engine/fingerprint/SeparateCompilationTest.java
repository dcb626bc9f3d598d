package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that are compiled again without those that use them, as builds do that compile only what changed. */
class SeparateCompilationTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Step;

            class Trip {
                long total;

                @Step
                void start() {
                    total = Rates.rate;
                }

                @Step
                void end() {
                    total = Rates.of(2);
                }
            }
            """;

    private static final String RATES = """
            package com.acme;

            class Rates {
                static int rate = 1;

                static int of(int number) {
                    return number;
                }
            }
            """;

    @TempDir
    private Path directory;

    private int versions;

    @BeforeEach
    void compileAll() throws Exception {
        TestProgram.compile(
                TestProgram.write(Map.of("Trip.java", FLOW, "Rates.java", RATES), directory.resolve("all")), classes());
    }

    @Test
    void aFieldThatBecameAConstantCountsForCodeThatStillReadsIt() throws Exception {
        Map<String, String> one = with(RATES.replace("static int rate", "static final int rate"));
        Map<String, String> other = with(RATES.replace("static int rate = 1", "static final int rate = 2"));

        assertThat(one.get("start")).isNotEqualTo(other.get("start"));
        assertThat(one.get("end")).isEqualTo(other.get("end"));
    }

    @Test
    void aMethodThatMovedIntoASuperclassIsFoundThere() throws Exception {
        String moved = RATES.replace("class Rates {", "class Rates extends Base {")
                        .replace("static int of(int number)", "static int former(int number)")
                + "class Base { static int of(int number) { return number + 1; } }";
        Map<String, String> one = with(moved);
        Map<String, String> other = with(moved.replace("number + 1", "number + 2"));

        assertThat(one.get("end")).isNotEqualTo(other.get("end"));
        assertThat(one.get("start")).isEqualTo(other.get("start"));
    }

    private Map<String, String> with(String rates) throws Exception {
        Path sources = directory.resolve("version" + versions++);
        TestProgram.compile(TestProgram.write(Map.of("Rates.java", rates), sources), classes());
        return TestProgram.ofSteps(TestProgram.fingerprints("com.acme.Trip", FLOW, classes()), FLOW);
    }

    private Path classes() {
        return directory.resolve("classes");
    }
}
