package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expressions, conditions and plain statements, after chapter 16 of the language specification. */
final class DefiniteAssignmentTest {
    @Test
    void anAssignmentMakesAFieldAssigned() {
        assertThat(facts("a = 1; use(a);")).isEqualTo("assigns a");
        assertThat(facts("this.a = 1; use(F.this.a, (this).a, (a));")).isEqualTo("assigns a");
        assertThat(facts("(a) = 1; use(a);")).isEqualTo("assigns a");
        assertThat(facts("use(a); a = 1;")).isEqualTo("reads a; assigns a");
    }

    @Test
    void theRightSideComesFirst() {
        assertThat(facts("a = a + 1;")).isEqualTo("reads a; assigns a");
        assertThat(facts("a = b = 1; use(a, b);")).isEqualTo("assigns a, b");
        assertThat(facts("a = (b = 1) + b;")).isEqualTo("assigns a, b");
        assertThat(facts("a = b + (b = 1);")).isEqualTo("reads b; assigns a, b");
    }

    @Test
    void compoundOperatorsReadAndAssign() {
        assertThat(facts("a += 1;")).isEqualTo("reads a; assigns a");
        assertThat(facts("a++; --b; use(c--);")).isEqualTo("reads a, b, c; assigns a, b, c");
        assertThat(facts("a = 0; a++; a <<= 2;")).isEqualTo("assigns a");
        assertThat(facts("a += b = 1; use(b);")).isEqualTo("reads a; assigns a, b");
    }

    @Test
    void toChangeAnObjectInPlaceIsToReadIt() {
        assertThat(facts("words.add(text);")).isEqualTo("reads text, words");
        assertThat(facts("words = new ArrayList<>(); words.add(\"x\");")).isEqualTo("assigns words");
        assertThat(facts("int[] local = {1}; local[a]++; local[b = 0] = c;")).isEqualTo("reads a, c; assigns b");
    }

    @Test
    void fieldsOfOtherInstancesAreNotMeant() {
        assertThat(facts("F other = new F(); other.a = 1; use(other.b);")).isEqualTo("nothing");
        assertThat(facts("use(new F().a, text.length());")).isEqualTo("reads text");
    }

    @Test
    void privateAndStaticFieldsAreNoArtifacts() {
        assertThat(facts("scratch = 1; _own = scratch; count++;")).isEqualTo("nothing");
    }

    @Test
    void bothPathsOfAnIfHaveToAssign() {
        assertThat(facts("if (test()) a = 1; else a = 2; use(a);")).isEqualTo("assigns a");
        assertThat(facts("if (test()) a = 1; use(a);")).isEqualTo("reads a; may a");
        assertThat(facts("if (test()) { a = 1; } else { b = 1; }")).isEqualTo("may a, b");
        assertThat(facts("if (test()) throw new Exception(); else a = 1; use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("if (test()) return; a = 1;")).isEqualTo("may a");
        assertThat(facts("a = 1; if (test()) return; b = 1;")).isEqualTo("assigns a; may b");
    }

    @Test
    void theOperatorsOfConditionsTellWhenTheyAssign() {
        assertThat(facts("if (test() && (yes = test())) use(yes); else use(yes);"))
                .isEqualTo("reads yes; may yes");
        assertThat(facts("if (test() && (yes = test())) use(yes);")).isEqualTo("may yes");
        assertThat(facts("if (test() || (yes = test())) test(); else use(yes);"))
                .isEqualTo("may yes");
        assertThat(facts("if (!(test() && (yes = test()))) return; use(yes);")).isEqualTo("may yes");
        assertThat(facts("if ((yes = test()) & (a = number()) > 0) use(a, yes);"))
                .isEqualTo("assigns a, yes");
        assertThat(facts("if (test() ? (a = 1) > 0 : (a = 2) > 0) use(a);")).isEqualTo("assigns a");
        assertThat(facts("if (test() ? test() && (a = 1) > 0 : (a = 2) > 0) use(a); "))
                .isEqualTo("may a");
        assertThat(facts("boolean both = (a = 1) > 0 && (b = 1) > 0; use(a);")).isEqualTo("assigns a; may b");
        assertThat(facts("use(test() ? a = 1 : 2);")).isEqualTo("may a");
        assertThat(facts("use(test() ? (a = 1) : (a = 2), a);")).isEqualTo("assigns a");
    }

    @Test
    void constantConditionsLeaveOneWay() {
        assertThat(facts("if (true) a = 1; use(a);")).isEqualTo("assigns a");
        assertThat(facts("if (!true || (false)) use(a); else b = 1;")).isEqualTo("assigns b");
        assertThat(facts("if (false && yes) use(a);")).isEqualTo("nothing");
        assertThat(facts("if (true || yes) a = 1;")).isEqualTo("assigns a");
        assertThat(facts("boolean on = true; if (on) a = 1;")).isEqualTo("may a");
    }

    @Test
    void anAssertionMayBeOff() {
        assertThat(facts("assert (a = 1) > 0 : b; use(a);")).isEqualTo("reads a, b; may a");
        assertThat(facts("assert test() || (a = 1) > 0 : use2(a);", "static String use2(int i) { return \"\"; }"))
                .isEqualTo("may a");
    }

    @Test
    void blocksAndSynchronizedRunAsTheyStand() {
        assertThat(facts("{ a = 1; } use(a); synchronized (this) { b = 1; } use(b);"))
                .isEqualTo("assigns a, b");
        assertThat(facts("synchronized (words) { a = 1; }")).isEqualTo("reads words; assigns a");
    }

    @Test
    void aStepThatNeverReturnsAssignsAllThatItAssigns() {
        assertThat(facts("if (test()) a = 1; throw new Exception(text);")).isEqualTo("reads text; assigns a");
    }

    @Test
    void typesAnnotationsAndLabelsReadNothing() {
        assertThat(facts("""
                        @SuppressWarnings("x") List<a> l = null; Object o = (b) null; o = a.class; o = new a();
                        o = int[].class; o = new b[0]; Supplier<Object> s = a::new; a[] array = null;
                        boolean is = o instanceof a; c: for (;;) break c;
                        """, "static class a {} static class b {}")).isEqualTo("nothing");
    }
}
