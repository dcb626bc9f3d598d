package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

final class SwitchesTest {
    @Test
    void withoutADefaultNoCaseMayBeTaken() {
        assertThat(facts("switch (number()) { case 1: a = 1; }")).isEqualTo("may a");
        assertThat(facts("switch (number()) { case 1 -> a = 1; }")).isEqualTo("may a");
        assertThat(facts("switch (a = number()) { } use(a);")).isEqualTo("assigns a");
    }

    @Test
    void withADefaultEveryCaseHasToAssign() {
        assertThat(facts("switch (number()) { case 1: a = 1; break; default: a = 2; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("switch (number()) { case 1 -> a = 1; default -> { a = 2; } } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("switch (number()) { default -> throw new Exception(); case 1 -> a = 1; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("switch (number()) { case 1: a = 1; break; default: b = 2; } use(a);"))
                .isEqualTo("reads a; may a, b");
    }

    @Test
    void groupsFallThrough() {
        assertThat(facts("switch (number()) { default: b = 1; case 1: a = 1; } use(a);"))
                .isEqualTo("assigns a; may b");
        assertThat(facts("switch (number()) { case 1: a = 1; case 2: use(a); }"))
                .isEqualTo("reads a; may a");
        assertThat(facts("switch (number()) { case 1: a = 1; default: } use(a);"))
                .isEqualTo("reads a; may a");
        assertThat(facts("for (;;) { switch (number()) { case 1: a = 1; break; default: continue; } break; } use(a);"))
                .isEqualTo("assigns a");
    }

    @Test
    void expressionsYield() {
        assertThat(facts("use(switch (number()) { case 1 -> a = 1; default -> a = 2; }, a);"))
                .isEqualTo("assigns a");
        assertThat(facts("""
                        b = switch (number()) {
                            case 1:
                                if (test()) { a = 1; yield 1; }
                            default:
                                a = 2;
                                yield a;
                        };
                        use(a, b);
                        """)).isEqualTo("assigns a, b");
        assertThat(facts("b = switch (number()) { case 1 -> { yield 3; } default -> { a = 1; yield a; } };"))
                .isEqualTo("assigns b; may a");
        assertThat(facts("b = switch (number()) { case 1 -> throw new Exception(); default -> a = 1; }; use(a);"))
                .isEqualTo("assigns a, b");
        assertThat(facts("use(switch (number()) { default -> { for (;;) { if (test()) { a = 1; yield a; } } } }, a);"))
                .isEqualTo("assigns a");
    }

    @Test
    void namesOfCasesAreNoFields() {
        assertThat(facts("switch (E.a) { case a: b = 1; break; default: b = 2; }", "enum E { a }"))
                .isEqualTo("assigns b");
    }

    @Test
    void declarationsAreInScopeInLaterGroups() {
        assertThat(facts("switch (number()) { case 1: int a = 1; break; case 2: a = 2; use(a); }"))
                .isEqualTo("nothing");
        assertThat(facts("switch (number()) { case 1: int a = 1; break; } a = 3;"))
                .isEqualTo("assigns a");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void patternsMakeASwitchExhaustive() {
        assertThat(facts("Object o = 1; switch (o) { case String s -> a = 1; case Object p -> a = 2; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(
                        facts(
                                "String s = null; switch (s) { case null -> a = 1; case \"x\" -> a = 2; default -> a = 3; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("String s = null; switch (s) { case null, default -> a = 2; } use(a);"))
                .isEqualTo("assigns a");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void patternVariablesAreInScopeInGuardAndCase() {
        assertThat(facts("""
                        Object o = 1;
                        switch (o) {
                            case Integer a when a > 1 -> use(a);
                            case Integer b -> use(a, b);
                            case Pair(Integer c, Pair(var d, var e)) -> use(c, d, e);
                            default -> use(c);
                        }
                        """, "record Pair(Object left, Object right) {}")).isEqualTo("reads a, c");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aGuardAssignsForItsCaseOnly() {
        assertThat(facts("""
                        Object o = 1;
                        switch (o) {
                            case Integer i when (a = i) > 1 -> use(a);
                            default -> use(a);
                        }
                        """)).isEqualTo("reads a; may a");
        assertThat(facts("""
                        Object o = 1;
                        switch (o) {
                            case Integer i when test() && o instanceof Number a: use(a); break;
                            default: use(b);
                        }
                        """)).isEqualTo("reads b");
    }
}
