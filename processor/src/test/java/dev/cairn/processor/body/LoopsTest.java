package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoopsTest {
    @Test
    void theBodyOfALoopMayNotRun() {
        assertThat(facts("while (test()) a = 1; use(a);")).isEqualTo("reads a; may a");
        assertThat(facts("for (int i = 0; i < 3; i++) a = i;")).isEqualTo("may a");
        assertThat(facts("for (int i : new int[] {1}) { a = i; use(a); }")).isEqualTo("may a");
    }

    @Test
    void theHeadOfALoopRuns() {
        assertThat(facts("while ((a = number()) > 0) use(a); use(a);")).isEqualTo("assigns a");
        assertThat(facts("for (a = 0; a < 3; a++) use(a);")).isEqualTo("assigns a");
        assertThat(facts("for (String word : words = List.of()) use(words);")).isEqualTo("assigns words");
        assertThat(facts("for (; test(); b = 1) { use(b); }")).isEqualTo("reads b; may b");
        assertThat(facts("for (; test(); use(b)) { b = 1; }")).isEqualTo("may b");
        assertThat(facts("for (; test(); use(b)) { if (test()) continue; b = 1; }"))
                .isEqualTo("reads b; may b");
    }

    @Test
    void theBodyOfADoLoopRuns() {
        assertThat(facts("do a = 1; while (a < 3); use(a);")).isEqualTo("assigns a");
        assertThat(facts("do { if (test()) continue; a = 1; } while (a < 3); use(a);"))
                .isEqualTo("reads a; may a");
        assertThat(facts("do { if (test()) break; a = 1; } while (a < 3); use(a);"))
                .isEqualTo("reads a; may a");
        assertThat(facts("do { } while (!((a = number()) > 0)); use(a);")).isEqualTo("assigns a");
    }

    @Test
    void anEndlessLoopIsLeftByBreak() {
        assertThat(facts("while (true) { a = 1; if (test()) break; b = 1; } use(a, b);"))
                .isEqualTo("reads b; assigns a; may b");
        assertThat(facts("for (;;) { if (test()) { a = 1; break; } } use(a);")).isEqualTo("assigns a");
        assertThat(facts("for (;;) { if (test()) { a = 1; return; } }")).isEqualTo("assigns a");
        assertThat(facts("do { a = 1; if (test()) break; } while (true); use(a);"))
                .isEqualTo("assigns a");
    }

    @Test
    void labelsTellWhereAJumpLeads() {
        assertThat(facts("""
                        outer:
                        for (;;) {
                            for (;;) {
                                if (test()) { a = 1; break outer; }
                                if (test()) continue outer;
                                b = 1;
                            }
                        }
                        use(a);
                        """)).isEqualTo("assigns a; may b");
        assertThat(facts("block: { if (test()) break block; a = 1; } use(a);")).isEqualTo("reads a; may a");
        assertThat(facts("one: two: while (true) { a = 1; if (test()) break one; break two; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts(
                        "one: do { if (test()) continue one; a = 1; } while (use2(a));",
                        "boolean use2(int i) { return false; }"))
                .isEqualTo("reads a; may a");
    }

    @Test
    void whatALaterRoundSeesIsNoReadOfOldValues() {
        assertThat(facts("int i = 0; while (test()) { if (i++ > 0) use(a); a = i; }"))
                .isEqualTo("reads a; may a");
    }
}
