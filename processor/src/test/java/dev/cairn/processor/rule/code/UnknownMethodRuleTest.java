package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static dev.cairn.processor.FlowCompilation.checkOnly;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@link UnknownMethodRule}: {@code [cairn:unknown-method]}. */
class UnknownMethodRuleTest {
    @Test
    void theSelectionOfAMergeThatIsNotImported() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = {"left", "right"}) void start() {}
                        @Step(next = "join") void left() { report = "a"; }
                        @Step(next = "join") void right() { report = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                            inputs.mergeInto(this, except(SampleArtifacts.Name.REPORT));
                        }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:34 error [cairn:unknown-method] method `except` is not in `Sample`, its superclasses, the classes around it or the static imports
                            fix:   add `import static dev.cairn.runtime.Merge.*;`.""");
    }

    @Test
    void aHelperThatDoesNotExistIsToldOnce() {
        assertThat(allProblems("""
                        @Step(next = "end") void start() { help(); }
                        @Step void end() { help(); }
                        void help() { Math.max(1, twice(2)); }
                        """)).isEqualTo("""
                        3:32 error [cairn:unknown-method] method `twice` is not in `Sample`, its superclasses, the classes around it or the static imports
                            fix:   declare it, import it, or call it on the object that has it.""");
    }

    @Test
    void itIsSaidBesideTheOtherErrors() {
        assertThat(allProblems("""
                        @Step(next = "edn") void start() { help(); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:14 error [cairn:unknown-step] step `start` names `edn` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?
                        1:40 error [cairn:unknown-method] method `help` is not in `Sample`, its superclasses, the classes around it or the static imports
                            fix:   declare it, import it, or call it on the object that has it.""");
    }

    @Test
    void theNamesOfTheFlowsOwnArtifactsGiveNoMethods() {
        assertThat(source("import static com.acme.Outer_SampleArtifacts.Name.*;", "", "int a = except(1);"))
                .startsWith("error [cairn:unknown-method] method `except` is not in `Sample`");
    }

    @Test
    void acceptsWhatIsDeclaredInheritedOrImported() {
        assertThat(source("import static java.lang.Math.*; import static java.util.Objects.hash;", "", """
                        int a = max(1, hash(2)); own(); above(); getClass(); outer(); Runnable run = () -> own();
                        new Thread() { public void run() { setName("a"); } }.start();"""))
                .isEmpty();
    }

    /** What gives them may not be there yet: a class of a static import, a superclass, an accessor. */
    @Test
    void acceptsWhatMayBeGenerated() {
        assertThat(source("import static com.acme.Generated.*;", "", "help();"))
                .startsWith("note [cairn:leaking-this]");
        assertThat(source("import static com.acme.Base.*;", "", "help();")).startsWith("note [cairn:leaking-this]");
        assertThat(source("", "@Accessors", "help();")).startsWith("note [cairn:leaking-this]");
        assertThat(source("", "@Accessors", "only();")).startsWith("error [cairn:unknown-method]");
    }

    /** The first message on a flow that calls something, without its place. */
    private static String source(String imports, String annotation, String code) {
        String source = "package com.acme; import dev.cairn.*; " + imports + """

                class Outer extends Above {
                    static void outer() {}
                    %s @Flow static class Sample {
                        @Step(next = "end") void start() { %s }
                        @Step void end() {}
                        void own() {}
                    }
                }
                class Above { static void above() {} }
                class Base extends Nope {}
                @interface Accessors {}
                """.formatted(annotation, code);
        return checkOnly().compile(JavaFileObjects.forSourceString("com.acme.Outer", source)).diagnostics().stream()
                .map(said -> said.getKind().toString().toLowerCase(Locale.ROOT) + " " + said.getMessage(Locale.ROOT))
                .filter(message -> message.contains("[cairn:"))
                .findFirst()
                .orElse("");
    }
}
