package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What initialisers and constructors assign, and what they leave behind for the steps. */
final class ConstructionTest {
    @Test
    void aFieldWithAnInitialiserIsInitialised() {
        assertThat(initialised("int a = 1, b; final int c = 2; transient int _d = 3; static int e = 4;"))
                .isEqualTo("[_d, a, c]");
    }

    @Test
    void initialiserBlocksAssign() {
        assertThat(initialised("int a, b, c; { a = 1; if (test()) b = 1; } static { d = 1; } static int d;"))
                .isEqualTo("[a]");
        assertThat(initialised("int a, b; { help(); } void help() { a = 1; if (test()) b = 1; }"))
                .isEqualTo("[a]");
    }

    @Test
    void everyConstructorHasToAssign() {
        assertThat(initialised("int a, b; F() { a = 1; b = 1; } F(int i) { a = 1; }"))
                .isEqualTo("[a]");
        assertThat(initialised("int a, b; F() { this(1); b = 1; } F(int i) { a = 1; }"))
                .isEqualTo("[a]");
        assertThat(initialised("int a, b; F() { if (test()) { a = 1; return; } a = b = 1; }"))
                .isEqualTo("[a]");
        assertThat(initialised("int a; F() { a = 1; } F(int i) { throw new Error(); }"))
                .isEqualTo("[a]");
        assertThat(initialised("int a; F() { super(); Runnable r = () -> a = 1; }"))
                .isEqualTo("[]");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void statementsMayComeBeforeTheOtherConstructor() {
        assertThat(initialised("int a, b; F() { int i = 1; this(i); b = 1; } F(int i) { a = 1; super(); }"))
                .isEqualTo("[a]");
    }

    @Test
    void theReaderAnswersForASingleField() {
        boolean[] answers = Bodies.inRound("@Flow class F { int a = 1, b; }", (environment, flow) -> {
            BodyReader reader = BodyReader.of(environment);
            boolean[] initialised = new boolean[2];
            for (VariableElement field : ElementFilter.fieldsIn(flow.getEnclosedElements())) {
                initialised[field.getSimpleName().contentEquals("a") ? 0 : 1] = reader.initialised(field);
            }
            return initialised;
        });
        assertThat(answers).containsExactly(true, false);
    }

    @Test
    void lambdasOfInitialisersBelongToEveryStep() {
        assertThat(Bodies.facts("later.run();", "transient Runnable later = () -> a = b;"))
                .isEqualTo("reads b; may a");
        assertThat(Bodies.facts("later.run();", "transient Runnable later; { a = 1; later = () -> use(a); }"))
                .isEqualTo("reads a");
        assertThat(Bodies.facts("b = 1;", "F() { run(this::help); } void help() { use(a); }"))
                .isEqualTo("reads a; assigns b");
        assertThat(Bodies.facts(
                        "b = 1;", "transient Object inner = new Inner(); class Inner { void set() { c = a; } }"))
                .isEqualTo("reads a; assigns b; may c");
        assertThat(Bodies.facts("b = 1;", "{ a = 1; use(text); }")).isEqualTo("assigns b");
    }

    @Test
    void whoeverGetsHoldOfAnInstanceAsItIsMadeMayUseItInEveryStep() {
        assertThat(Bodies.facts("b = 1;", "{ use(this); }")).isEqualTo("assigns b; everything");
        assertThat(Bodies.facts("b = 1;", "F() { super(); }")).isEqualTo("assigns b");
    }

    private static String initialised(String members) {
        return Bodies.ofSource(
                "@Flow class F {\n" + members + "}\n", bodies -> new TreeSet<>(bodies.initialised()).toString());
    }
}
