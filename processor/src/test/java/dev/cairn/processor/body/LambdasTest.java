package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Code that may run later: lambdas, method references, the bodies of local and inner classes. */
final class LambdasTest {
    @Test
    void aLambdaReadsAndMayAssign() {
        assertThat(facts("run(() -> { a = 1; use(b); }); use(a);")).isEqualTo("reads a, b; may a");
        assertThat(facts("a = 1; run(() -> use(a));")).isEqualTo("assigns a");
        assertThat(facts("run(() -> { a = 1; use(a); });")).isEqualTo("may a");
        assertThat(facts("run(() -> use(a)); a = 1;")).isEqualTo("reads a; assigns a");
        assertThat(facts("use(get(() -> a));")).isEqualTo("reads a");
        assertThat(facts("run(() -> { if (test()) return; a = 1; }); b = 1;")).isEqualTo("assigns b; may a");
        assertThat(facts("Runnable r = () -> { throw new Error(); }; a = 1;")).isEqualTo("assigns a");
    }

    @Test
    void aReferenceToAMethodIsALambda() {
        assertThat(facts("run(this::help); use(a);", "void help() { a = b; }")).isEqualTo("reads a, b; may a");
        assertThat(facts("run(F.this::help);", "void help() { a = b; }")).isEqualTo("reads b; may a");
        assertThat(facts("Supplier<Integer> s = text::length; Runnable r = F::help;", "static void help() { }"))
                .isEqualTo("reads text");
        assertThat(facts("IntFunction<int[]> s = int[]::new; Supplier<List<String>> l = ArrayList<String>::new;"))
                .isEqualTo("nothing");
    }

    @Test
    void helpersInLambdasRunLaterToo() {
        assertThat(facts("run(() -> help()); use(a);", "void help() { a = b; }"))
                .isEqualTo("reads a, b; may a");
    }

    @Test
    void methodsOfAnonymousClassesRunLater() {
        assertThat(facts("run(new Runnable() { int x = c; { b = 1; } public void run() { a = d; } });"))
                .isEqualTo("reads c, d; may a, b");
        assertThat(facts("a = 1; run(new Runnable() { public void run() { use(a); } });"))
                .isEqualTo("assigns a");
        assertThat(facts("use(new Object() { int get() { return help(); } });", "int help() { return a; }"))
                .isEqualTo("reads a");
        assertThat(facts(
                        "use(new Object() { int get() { return help(); } int help() { return b; } });",
                        "int help() { return a; }"))
                .isEqualTo("reads b");
        assertThat(facts("new ArrayList<Object>(a) {{ add(b = 1); }};")).isEqualTo("reads a; may b");
    }

    @Test
    void innerClassesCountWhereInstancesAreMade() {
        String inner = "class Inner { int x = c; void set() { a = b; } }";
        assertThat(facts("use(d);", inner)).isEqualTo("reads d");
        assertThat(facts("new Inner();", inner)).isEqualTo("reads b, c; may a");
        assertThat(facts("this.new Inner(); ", inner)).isEqualTo("reads b, c; may a");
        assertThat(facts("Supplier<Inner> s = Inner::new;", inner)).isEqualTo("reads b, c; may a");
        assertThat(facts("new Inner() { };", inner)).isEqualTo("reads b, c; may a");
        assertThat(facts("class Local extends Inner {}", inner)).isEqualTo("reads b, c; may a");
        assertThat(facts("new Other();", inner + "class Other extends Inner { int y = d; }"))
                .isEqualTo("reads b, c, d; may a");
        assertThat(facts("new Box<String>();", "class Box<T> { int b; int get() { return a + b; } }"))
                .isEqualTo("reads a");
        assertThat(facts(
                        "new Outer().new Deep();",
                        "class Outer { int a; class Deep { int b; int get() { return a + b + c + F.this.a; } } }"))
                .isEqualTo("reads a, c");
        assertThat(facts("new Nested();", "static class Nested { int a; int get() { return a; } }"))
                .isEqualTo("nothing");
        assertThat(facts("new Loop();", "class Loop { Loop next() { return new Loop(); } int x = a; }"))
                .isEqualTo("reads a");
    }
}
