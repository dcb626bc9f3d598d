package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Which names are fields, after chapter 6.3 of the language specification. */
final class ScopesTest {
    @Test
    void localVariablesHideFieldsToTheEndOfTheirBlock() {
        assertThat(facts("{ int a = 1; use(a); a++; } use(b);")).isEqualTo("reads b");
        assertThat(facts("use(a); int a = (a = 2) + 1; use(a);")).isEqualTo("reads a");
        assertThat(facts("int a = 1; this.a = a;")).isEqualTo("assigns a");
        assertThat(facts("int x = a, a = 2, y = a;")).isEqualTo("reads a");
    }

    @Test
    void variablesOfLoopsHideFieldsInTheLoop() {
        assertThat(facts("for (int a = 0; a < 3; a++) use(a); use(b);")).isEqualTo("reads b");
        assertThat(facts("for (int a = 0; a < 3; a++) {} use(a);")).isEqualTo("reads a");
        assertThat(facts("for (Object words : words) use(words);")).isEqualTo("reads words");
        assertThat(facts("for (Object text : words) {} use(text);")).isEqualTo("reads text, words");
        assertThat(facts("do { int a = 1; } while (a > 0);")).isEqualTo("reads a");
    }

    @Test
    void parametersHideFields() {
        assertThat(facts(
                        "run(() -> {}); IntFunction<Integer> f = a -> a + b; BiFunction<?, ?, ?> g = (c, d) -> use2(c, d);",
                        "static Object use2(Object x, Object y) { return x; }"))
                .isEqualTo("reads b");
        assertThat(facts("help(1); use(b);", "void help(int a) { use(a); a = 2; }"))
                .isEqualTo("reads b");
        assertThat(facts("try { test(); } catch (RuntimeException text) { use(text); } use(text);"))
                .isEqualTo("reads text");
    }

    @Test
    void patternVariablesAreInScopeWhereTheyMatched() {
        assertThat(facts("Object o = 1; if (o instanceof String text) use(text); else use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; if (o instanceof String text && text.isEmpty()) use(text);"))
                .isEqualTo("nothing");
        assertThat(facts("Object o = 1; if (o instanceof String text || text.isEmpty()) use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; if (!(o instanceof String text)) use(text); else use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; use(o instanceof String text ? text : b, text);"))
                .isEqualTo("reads b, text");
        assertThat(facts("Object o = 1; use(!(o instanceof String text) || text.isEmpty());"))
                .isEqualTo("nothing");
        assertThat(facts("Object o = 1; boolean is = o instanceof String text && text.isEmpty(); use(text);"))
                .isEqualTo("reads text");
    }

    @Test
    void patternVariablesAreInScopeAfterAnIfThatLeaves() {
        assertThat(facts("Object o = 1; if (!(o instanceof String text)) return; use(text);"))
                .isEqualTo("nothing");
        assertThat(
                        facts(
                                "Object o = 1; if (!(o instanceof String text)) throw new Exception(); else test(); use(text);"))
                .isEqualTo("nothing");
        assertThat(facts("Object o = 1; if (o instanceof String text) test(); else return; use(text);"))
                .isEqualTo("nothing");
        assertThat(facts("Object o = 1; { if (!(o instanceof String text)) return; use(text); } use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; if (test()) if (!(o instanceof String text)) return; use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; if (!(o instanceof String text)) { if (true) return; } use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; if (!(o instanceof String text)) { while (true) { } } use(text);"))
                .isEqualTo("nothing");
    }

    @Test
    void patternVariablesAreInScopeAfterALoop() {
        assertThat(facts("Object o = 1; while (!(o instanceof String text)) { o = b; } use(text);"))
                .isEqualTo("reads b");
        assertThat(facts("Object o = 1; while (!(o instanceof String text)) { if (test()) break; } use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; for (; !(o instanceof String text); ) { o = b; } use(text);"))
                .isEqualTo("reads b");
        assertThat(facts("Object o = 1; do { o = b; } while (!(o instanceof String text)); use(text);"))
                .isEqualTo("reads b");
        assertThat(facts("Object o = 1; while (o instanceof String text) { use(text); } use(text);"))
                .isEqualTo("reads text");
        assertThat(facts("Object o = 1; out: { while (!(o instanceof String text)) { break out; } use(text); }"))
                .isEqualTo("reads text");
    }

    @Test
    void membersOfLocalClassesHideFields() {
        assertThat(facts("new Object() { int a = 1; int get() { return a + b; } };"))
                .isEqualTo("reads b");
        assertThat(facts("class Local { String text; void set(String words) { text = words; } }"))
                .isEqualTo("nothing");
        assertThat(facts("record Local(int a) { int twice() { return a + a; } }"))
                .isEqualTo("nothing");
        assertThat(facts("enum Local { a, b; Local get() { return a; } }")).isEqualTo("nothing");
        assertThat(facts("class Local { int get() { return a; } }")).isEqualTo("reads a");
        assertThat(facts("class Outer { int a; class Inner { int get() { return a + b; } } }"))
                .isEqualTo("reads b");
        assertThat(facts("class Outer { class Inner { int a; } int get() { return a; } }"))
                .isEqualTo("reads a");
    }

    @Test
    void thisOfAnotherClassIsNotTheFlow() {
        assertThat(facts("new Object() { int a; int get() { return this.a; } };"))
                .isEqualTo("nothing");
        assertThat(facts("new Object() { int a; int get() { return F.this.a; } };"))
                .isEqualTo("reads a");
        assertThat(facts("class Local { int a; Local self() { return this; } int get() { return Local.this.a; } }"))
                .isEqualTo("nothing");
    }

    @Test
    void localVariablesAreInScopeInLocalClasses() {
        assertThat(facts("int a = 1; new Object() { int get() { return a + b; } };"))
                .isEqualTo("reads b");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void recordPatternsDeclareVariables() {
        assertThat(facts(
                        "Object o = 1; if (o instanceof Pair(String text, Pair(var a, var b))) use(a, b, text); use(a);",
                        "record Pair(Object left, Object right) {}"))
                .isEqualTo("reads a");
        assertThat(facts(
                        "Object o = 1; if (!(o instanceof Pair(String text, var a))) return; use(a, b, text);",
                        "record Pair(Object left, Object right) {}"))
                .isEqualTo("reads b");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void unnamedVariablesDeclareNothing() {
        assertThat(facts("""
                        Object o = 1;
                        if (o instanceof Pair(_, var a)) use(a);
                        for (Object _ : words) use(b);
                        try (AutoCloseable _ = null) { use(c); } catch (Exception _) { use(d); }
                        Function<Object, Object> f = _ -> text;
                        int _ = 1;
                        """, "record Pair(Object left, Object right) {}")).isEqualTo("reads b, c, d, text, words");
    }
}
