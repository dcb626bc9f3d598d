package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that nothing can read, because each path on replaces them first. */
final class OverwrittenTest {
    @Test
    void aValueReplacedAtOnceIsLost() {
        assertThat(lost("a = 1; a = 2;")).containsExactly("a assignment at 2:1");
        assertThat(lost("a = 1; use(b); a = 2; a = 3;"))
                .containsExactly("a assignment at 2:1", "a assignment at 2:16, assigned always");
        assertThat(lost("scratch = 1; scratch = 2;")).containsExactly("scratch assignment at 2:1");
        assertThat(lost("a = 1; if (test()) a = 2; else a = 3;")).containsExactly("a assignment at 2:1");
        assertThat(lost("if (test()) a = 1; else a = 2; a = 3;"))
                .containsExactly("a assignment at 2:13", "a assignment at 2:25");
        assertThat(lost("a = 1; help();", "void help() { a = 2; }")).containsExactly("a assignment at 2:1");
        assertThat(lost("for (;;) { a = 1; a = 2; }")).containsExactly("a assignment at 2:12");
    }

    @Test
    void aValueThatAPathKeepsIsNot() {
        assertThat(lost("a = 1; if (test()) a = 2;")).isEmpty();
        assertThat(lost("a = 1; use(a); a = 2;")).isEmpty();
        assertThat(lost("a = 1; a += 2; a++;")).isEmpty();
        assertThat(lost("a = 1; if (test()) return; a = 2;")).isEmpty();
        assertThat(lost("a = 1; if (test()) throw new Exception(); a = 2;")).isEmpty();
        assertThat(lost("a = 1; while (test()) a = 2;")).isEmpty();
        assertThat(lost("while (test()) { use(a); a = 1; }")).isEmpty();
        assertThat(lost("while (test()) { a = 1; }")).isEmpty();
        assertThat(lost("for (;;) { a = 1; if (test()) break; a = 2; }")).isEmpty();
        assertThat(lost("switch (number()) { case 1: a = 1; default: a = 2; }"))
                .containsExactly("a assignment at 2:29");
        assertThat(lost("switch (number()) { case 1: a = 1; break; default: a = 2; }"))
                .isEmpty();
        assertThat(lost("a = test() ? (a = 1) : 2;")).containsExactly("a assignment at 2:15");
    }

    @Test
    void aValueThatAnExceptionSavesIsNot() {
        assertThat(lost("a = 1; try { a = 2; } catch (RuntimeException e) { }")).isEmpty();
        assertThat(lost("try { a = 1; test(); a = 2; } catch (RuntimeException e) { }"))
                .isEmpty();
        assertThat(lost("try { a = 1; if (test()) return; } finally { a = 2; }"))
                .isEmpty();
        assertThat(lost("for (;;) { try { if (test()) return; } finally { a = 1; } a = 2; }"))
                .isEmpty();
    }

    @Test
    void aValueThatOthersMaySeeIsNot() {
        assertThat(lost("a = 1; use(this); a = 2;")).isEmpty();
        assertThat(lost("a = 1; task.checkpoint(); a = 2;")).isEmpty();
        assertThat(lost("Runnable r = () -> use(a); a = 1; r.run(); a = 2;")).isEmpty();
        assertThat(lost("a = 1; help(); a = 2;", "void help() { use(a); }")).isEmpty();
        assertThat(lost("a = 1; help(); a = 2;", "void help() { if (test()) { a = 3; help(); } use(a); }"))
                .isEmpty();
        assertThat(lost(
                        "a = 1; again(); a = 2;",
                        "void again() { if (test()) again(); else other(); } void other() { use(a); again(); }"))
                .isEmpty();
        assertThat(Bodies.<List<String>>of(
                        "@Step void join(JoinInputs inputs) { a = 1; inputs.mergeInto(this); a = 2; }",
                        bodies -> bodies.step("join").overwritten().stream()
                                .map(Places::of)
                                .toList()))
                .isEmpty();
    }

    private static List<String> lost(String body) {
        return lost(body, "");
    }

    private static List<String> lost(String body, String members) {
        return Bodies.of(
                Bodies.step(body) + members,
                bodies -> bodies.step("start").overwritten().stream()
                        .map(Places::of)
                        .toList());
    }
}
