package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls of methods of the flow count as what these do. */
final class HelpersTest {
    @Test
    void aHelperDoesWhereItIsCalledWhatItDoes() {
        assertThat(facts("help(); use(a);", "void help() { use(b); a = 1; }")).isEqualTo("reads b; assigns a");
        assertThat(facts("b = 1; this.help(); use(a);", "void help() { use(b); a = 1; }"))
                .isEqualTo("assigns a, b");
        assertThat(facts("F.this.help(); use(a);", "void help() { if (test()) a = 1; }"))
                .isEqualTo("reads a; may a");
        assertThat(facts("one(); use(a);", "void one() { two(); } void two() { a = b; }"))
                .isEqualTo("reads b; assigns a");
        assertThat(facts("if (help() && test()) use(a);", "boolean help() { a = 1; return b > 0; }"))
                .isEqualTo("reads b; assigns a");
    }

    @Test
    void argumentsComeFirst() {
        assertThat(facts("help(a = 1);", "void help(int i) { use(a); }")).isEqualTo("assigns a");
        assertThat(facts("help(use2(a));", "int use2(int i) { return i; } void help(int i) { a = 1; }"))
                .isEqualTo("reads a; assigns a");
    }

    @Test
    void returnsAndExceptionsOfAHelper() {
        assertThat(facts("help(); use(a);", "void help() { if (test()) { a = 1; return; } a = 2; }"))
                .isEqualTo("assigns a");
        assertThat(facts("help(); use(a);", "void help() { if (test()) throw new Error(); a = 2; }"))
                .isEqualTo("assigns a");
        assertThat(facts(
                        "if (test()) a = 1; else fail(); use(a);",
                        "void fail() { throw new IllegalStateException(text); }"))
                .isEqualTo("reads text; assigns a");
        assertThat(facts("try { help(); } catch (RuntimeException e) { use(a); }", "void help() { a = 1; }"))
                .isEqualTo("reads a; may a");
    }

    @Test
    void overloadsOfTheSameNumberOfParametersAreOne() {
        String overloads =
                "void help(int i) { a = 1; b = 1; } void help(String s) { a = 1; use(c); } void help() { d = 1; }";
        assertThat(facts("help(1); use(a);", overloads)).isEqualTo("reads c; assigns a; may b");
        assertThat(facts("help();", overloads)).isEqualTo("assigns d");
        assertThat(facts("help(1, 2);", "void help(int... i) { a = 1; }")).isEqualTo("assigns a");
        assertThat(facts("help();", "void help(int... i) { a = 1; } void help(String s, Object... o) { b = 1; }"))
                .isEqualTo("assigns a");
        assertThat(facts("help(1, 2);", "void help(int... i) { a = 1; } void help(String s, Object... o) { b = 1; }"))
                .isEqualTo("may a, b");
    }

    @Test
    void recursionDoesWhateverTheCircleDoes() {
        assertThat(facts("help(3); use(a);", "void help(int i) { if (i > 0) help(i - 1); a = b; }"))
                .isEqualTo("reads b; assigns a");
        assertThat(facts("help(3); use(a);", "void help(int i) { if (i > 0) { help(i - 1); return; } a = b; }"))
                .isEqualTo("reads a, b; may a");
        assertThat(facts(
                        "one(); use(a);",
                        "void one() { if (test()) two(); a = 1; } void two() { use(c); one(); b = 1; }"))
                .isEqualTo("reads c; assigns a; may b");
        assertThat(facts(
                        "two(); use(b, d);",
                        "void one() { if (test()) two(); d = 1; } void two() { use(c); one(); b = 1; }"))
                .isEqualTo("reads c; assigns b, d");
        assertThat(
                        facts(
                                "three(); one();",
                                "void one() { two(); use(a); } void two() { three(); use(b); } void three() { if (test()) one(); use(c); }"))
                .isEqualTo("reads a, b, c");
        assertThat(facts("start(task); a = 1;")).isEqualTo("assigns a");
        assertThat(facts("if (test()) { start(task); use(a); } a = 1;")).isEqualTo("reads a; assigns a");
    }

    @Test
    void anotherStepIsAHelperToo() {
        assertThat(facts("other(); use(a);", "@Step void other() { a = b; }")).isEqualTo("reads b; assigns a");
    }

    @Test
    void staticHelpersDoNothingToTheInstance() {
        assertThat(facts("help(a); F.help(b);", "static void help(int a) { int b = a; use(b); }"))
                .isEqualTo("reads a, b");
    }

    @Test
    void methodsOfOtherObjectsAreNotTheFlows() {
        assertThat(facts(
                        "new F().help(); text.length(); use(); F other = null; other.help();",
                        "void help() { a = 1; }"))
                .isEqualTo("reads text");
    }

    @Test
    void aMethodTwiceIsTheErrorOfTheCompilerAlone() {
        assertThat(facts("use(b);")).isEqualTo("reads b");
    }
}
