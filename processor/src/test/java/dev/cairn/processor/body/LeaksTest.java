package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where {@code this} leaves the sight of the analysis, a step may read and assign everything. */
final class LeaksTest {
    @Test
    void thisAsAValueLeaks() {
        assertThat(facts("use(this);")).isEqualTo("everything");
        assertThat(facts("F self = this;")).isEqualTo("everything");
        assertThat(facts("F self; self = F.this;")).isEqualTo("everything");
        assertThat(facts("run(() -> use(this));")).isEqualTo("everything");
        assertThat(facts("text = \"\" + this;")).isEqualTo("assigns text; everything");
        assertThat(facts("((F) this).a = 1;")).isEqualTo("everything");
        assertThat(facts("use(me());", "F me() { return this; }")).isEqualTo("everything");
        assertThat(facts("new Object() { Object me() { return F.this; } };")).isEqualTo("everything");
        assertThat(facts("if (this instanceof F self) use(self);")).isEqualTo("everything");
        assertThat(facts("Object[] all = {this};")).isEqualTo("everything");
    }

    @Test
    void whatIsCertainStaysCertain() {
        assertThat(facts("a = 1; use(this); b = 1; use(c);")).isEqualTo("assigns a, b; everything");
    }

    @Test
    void thisOnlyComparedOrLockedDoesNotLeak() {
        assertThat(facts("synchronized (this) { use(this == null, null != F.this, this instanceof F); }"))
                .isEqualTo("nothing");
        assertThat(facts("use(this.getClass(), getClass(), super.getClass());")).isEqualTo("nothing");
        assertThat(facts("new Object() { Object me() { return this; } };")).isEqualTo("nothing");
    }

    @Test
    void inheritedMethodsLeak() {
        assertThat(facts("toString();")).isEqualTo("everything");
        assertThat(facts("this.hashCode();")).isEqualTo("everything");
        assertThat(facts("super.toString();")).isEqualTo("everything");
        assertThat(facts("Supplier<String> s = super::toString;")).isEqualTo("everything");
        assertThat(facts("Supplier<String> s = this::toString;")).isEqualTo("everything");
        assertThat(facts("toString();", "@Override public String toString() { return text; }"))
                .isEqualTo("reads text");
        assertThat(facts("new Object() { String name() { return toString() + hashCode(); } };"))
                .isEqualTo("nothing");
    }

    @Test
    void methodsOfSuperclassesLeak() {
        assertThat(ofClass("F extends Base", "help();")).isEqualTo("everything");
        assertThat(ofClass("F extends Base", "this.help();")).isEqualTo("everything");
        assertThat(ofClass("F extends Base", "super.help();")).isEqualTo("everything");
        assertThat(ofClass("F extends Base", "F.super.help();")).isEqualTo("everything");
        assertThat(ofClass("F extends Base", "run(() -> help());")).isEqualTo("everything");
        assertThat(ofClass("F extends Base", "use(base); this.base = 1;")).isEqualTo("nothing");
        assertThat(ofClass("F extends Base", "fixed();")).isEqualTo("nothing");
        assertThat(ofClass("F extends Base implements Face", "face();")).isEqualTo("everything");
        assertThat(ofClass("F extends Base implements Face", "Face.super.face();"))
                .isEqualTo("everything");
        assertThat(ofClass("F extends Base", "a = 1; take(1);")).isEqualTo("assigns a; everything");
    }

    @Test
    void staticImportsAndMethodsOfEnclosingClassesDoNot() {
        assertThat(facts("use(number());")).isEqualTo("nothing");
    }

    @Test
    void nativeMethodsLeak() {
        assertThat(facts("a = 1; help();", "native void help();")).isEqualTo("assigns a; everything");
        assertThat(facts("help();", "static native void help();")).isEqualTo("nothing");
    }

    @Test
    void placesOfLeaksAreTold() {
        List<String> places = Bodies.of(
                Bodies.step("use(this);\nhelp();\nhelp();") + "void help() {\nuse(F.this, toString());\n}",
                bodies -> bodies.step("start").leaks().stream().map(Places::of).toList());
        assertThat(places).containsExactly("2:5", "7:5", "7:13");
    }

    private static String ofClass(String header, String body) {
        return Bodies.ofSource(
                "interface Face { default void face() {} }"
                        + "class Base { int base; void help() {} static void fixed() {} void take(Object o) {} }"
                        + "@Flow class " + header + " { int a; void take(String s) { use(a); } "
                        + Bodies.step(body) + "}",
                bodies -> Facts.of(bodies.step("start")));
    }
}
