package dev.cairn.processor.body;

import static dev.cairn.processor.body.Bodies.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where {@code restored()} is true, all that the step assigns is assigned. */
final class CheckpointsTest {
    @Test
    void aRestoredTaskHasWhatItAssigned() {
        assertThat(facts("if (!task.restored()) a = 0; a++;")).isEqualTo("assigns a");
        assertThat(facts("if (task.restored()) use(a, b); else a = 0;")).isEqualTo("reads b; assigns a");
        assertThat(facts("if (task.restored() && a > 0) return; a = 1;")).isEqualTo("assigns a");
        assertThat(facts("if (!task.restored()) { a = 0; } for (; a < 9; a++) { words = null; task.checkpoint(); }"))
                .isEqualTo("assigns a; may words");
    }

    @Test
    void privateFieldsAreNotRestored() {
        assertThat(Bodies.<Integer>ofStep(
                        "if (!task.restored()) scratch = 1; use(scratch);",
                        step -> step.privateReads().size()))
                .isEqualTo(1);
    }

    @Test
    void helpersMayAsk() {
        assertThat(facts("prepare(task); use(a);", "void prepare(TaskContext t) { if (!t.restored()) a = 1; }"))
                .isEqualTo("assigns a");
    }

    @Test
    void othersThanTheTaskDoNotCount() {
        assertThat(facts(
                        "if (!other.restored()) a = 0; use(a);",
                        "static Other other; interface Other { boolean restored(); }"))
                .isEqualTo("reads a; may a");
        assertThat(facts("if (!task.restored(1)) a = 0; use(a);")).isEqualTo("reads a; may a");
    }
}
