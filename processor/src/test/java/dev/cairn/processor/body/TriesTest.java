package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TriesTest {
    @Test
    void aHandlerCannotRelyOnTheBody() {
        assertThat(facts("try { a = 1; } catch (RuntimeException e) { use(a); }"))
                .isEqualTo("reads a; may a");
        assertThat(facts("try { a = 1; } catch (RuntimeException e) { a = 2; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("try { a = 1; } catch (RuntimeException e) { throw e; } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("a = 1; try { run(() -> {}); } catch (RuntimeException e) { use(a); }"))
                .isEqualTo("assigns a");
        assertThat(facts("try { a = 1; } catch (IllegalStateException | IllegalArgumentException e) { } use(a);"))
                .isEqualTo("reads a; may a");
    }

    @Test
    void aFinallyAlwaysRuns() {
        assertThat(facts("try { test(); } finally { a = 1; } use(a);")).isEqualTo("assigns a");
        assertThat(facts("try { a = 1; } finally { use(a); }")).isEqualTo("reads a; assigns a");
        assertThat(facts("try { a = 1; } catch (RuntimeException e) { } finally { b = 1; } use(b);"))
                .isEqualTo("assigns b; may a");
        assertThat(facts("try { if (test()) return; a = 1; } finally { b = 1; } use(a);"))
                .isEqualTo("assigns b; may a");
    }

    @Test
    void jumpsGoThroughIt() {
        assertThat(facts("for (;;) { try { if (test()) break; } finally { a = 1; } } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts(
                        "do { try { if (test()) continue; b = 1; } finally { a = 1; } } while (use2(a, b));",
                        "boolean use2(int i, int j) { return false; }"))
                .isEqualTo("reads b; assigns a; may b");
        assertThat(facts("""
                        outer:
                        for (;;) {
                            try {
                                try { if (test()) break outer; } finally { a = 1; }
                            } finally {
                                b = 1;
                            }
                        }
                        use(a, b);
                        """)).isEqualTo("assigns a, b");
    }

    @Test
    void aFinallyThatJumpsSwallowsAll() {
        assertThat(facts("for (;;) { try { return; } finally { a = 1; break; } } use(a);"))
                .isEqualTo("assigns a");
        assertThat(facts("try { b = 1; return; } finally { a = 1; throw new Exception(); }"))
                .isEqualTo("assigns a, b");
    }

    @Test
    void resourcesRunBeforeTheBody() {
        assertThat(facts(
                        "try (AutoCloseable r = open(a = 1)) { use(a, r); }",
                        "static AutoCloseable open(int i) { return null; }"))
                .isEqualTo("assigns a");
        assertThat(facts(
                        "try (AutoCloseable text = open(a = 1)) { use(text); } catch (Exception e) { use(a, text); }",
                        "static AutoCloseable open(int i) { return null; }"))
                .isEqualTo("reads a, text; may a");
        assertThat(facts("try (stream) { test(); }", "transient final AutoCloseable stream = null;"))
                .isEqualTo("nothing");
    }
}
