package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An initialiser counts for the first step, which stores its value, and for each step that reads the field. */
class FieldInitialisersTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Step;
            import java.util.ArrayList;
            import java.util.List;

            class Trip {
                int rate = 1;
                long one = 10;
                List<String> list = new ArrayList<>(List.of("a"));
                int size = list.size() + (list.isEmpty() ? 1 : 2);
                transient String label = "label";
                MORE

                @Step(next = "ones")
                void start() {}

                @Step(next = "sizes")
                void ones() {
                    one++;
                }

                @Step(next = "labels")
                void sizes() {
                    size++;
                }

                @Step(next = "end")
                void labels() {
                    label.length();
                }

                @Step
                void end() {}

                void work() {}
            }
            """;

    private static final Set<String> READERS = Set.of("start", "ones", "sizes", "labels");

    @TempDir
    private Path directory;

    private int programs;

    @Test
    void countsForTheFirstStepAndForThoseThatReadTheField() throws Exception {
        assertThat(changed("", "one = 10", "one = 11")).containsExactly("ones", "start");
        assertThat(changed("", "of(\"a\")", "of(\"b\")")).containsExactly("sizes", "start");
        assertThat(changed("", "1 : 2", "1 : 3")).containsExactly("sizes", "start");
        assertThat(changed("", "\"label\"", "\"title\"")).containsExactly("labels");
        assertThat(changed("", "rate = 1", "rate = 2")).isEmpty();
        assertThat(changed("", "one = 10", "one")).containsExactly("ones", "start");
    }

    @Test
    void countsAsAWholeWhereTheConstructorDoesMore() throws Exception {
        for (String more : new String[] {
            "{ list.add(\"more\"); }",
            "{ work(); }",
            "{ int n = 3; one = n; }",
            "{ if (size > 2) { one = 3; } }",
            "{ size = (int) (one = 3); }",
            "{ try { one = 3; } finally { size = 4; } }",
            "Trip() {} Trip(int n) { size = n; }",
            "transient Object self = this;",
            "transient Runnable later = () -> work();",
            "{ Trip other = this; other.one = 3; }",
            "{ new Object() { void set() { one = 3; } }.set(); }",
            "{ for (int i = 0; i < 3; i++) { one += i; } }",
        }) {
            assertThat(changed(more, "\"label\"", "\"title\"")).as(more).isEqualTo(READERS);
        }
    }

    @Test
    void countsWithALambdaThatReadsNothing() throws Exception {
        assertThat(changed("transient Runnable later = () -> System.out.println(1);", "println(1)", "println(2)"))
                .isEmpty();
        assertThat(changed("Runnable later = () -> System.out.println(1);", "println(1)", "println(2)"))
                .containsExactly("start");
    }

    private Set<String> changed(String more, String text, String other) throws Exception {
        String source = FLOW.replace("MORE", more);
        assertThat(source).contains(text);
        Map<String, String> before = TestProgram.ofSteps(fingerprints(source), source);
        Map<String, String> after = TestProgram.ofSteps(fingerprints(source.replace(text, other)), source);
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(step -> before.get(step).equals(after.get(step)));
        return changed;
    }

    private FlowFingerprints fingerprints(String source) throws Exception {
        Path here = directory.resolve("program" + programs++);
        TestProgram.compile(
                TestProgram.write(Map.of("Trip.java", source), here.resolve("sources")), here.resolve("classes"));
        return TestProgram.fingerprints("com.acme.Trip", source, here.resolve("classes"));
    }
}
