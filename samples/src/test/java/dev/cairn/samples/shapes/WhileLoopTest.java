package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.NoSuchTaskException;
import dev.cairn.client.Task;
import dev.cairn.runtime.FlowFailedException;
import org.junit.jupiter.api.Test;

class WhileLoopTest extends OnEachStore {
    @Test
    void repairsAsOftenAsNeeded() {
        WhileLoopRun run = WhileLoopRunner.builder().datastore(datastore).run();

        assertThat(run.end().repaired()).isEqualTo("(a)");
        assertThat(run.end().repairs()).containsExactly("strip 0", "balance 1");
        assertThat(run.checkIterations())
                .extracting(check -> check.task().id())
                .containsExactly("check#0", "check#1", "check#2");
        assertThat(run.check().task().id()).isEqualTo("check#2");
        assertThat(run.noteIterations()).extracting(note -> note.task().id()).containsExactly("note#1");
        assertThat(run.strip().task().children()).extracting(Task::id).containsExactly("check#1");
        assertThat(run.note().task().children()).extracting(Task::id).containsExactly("check#2");
    }

    @Test
    void repairsNothingWhereNothingIsWrong() {
        WhileLoopRun run =
                WhileLoopRunner.builder().text("(b)").datastore(datastore).run();

        assertThat(run.end().repairs()).isEmpty();
        assertThat(run.checkIterations()).hasSize(1);
        assertThat(run.ran(WhileLoopRun.Step.STRIP)).isFalse();
        assertThat(run.stripIterations()).isEmpty();
        assertThat(catchThrowableOfType(NoSuchTaskException.class, run::strip)).isNotNull();
    }

    @Test
    void failsAtTheCheckThatWouldGoRoundOnceTooOften() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> WhileLoopRunner.builder()
                        .text("(c)))))")
                        .datastore(datastore)
                        .run());

        assertThat(failure.taskPath()).isEqualTo("WhileLoop/" + failure.runId() + "/check#3");
        assertThat(failure.getCause())
                .hasMessage(
                        "step `check` cannot lead back to `check`: it reached its limit of 3 iterations. If the loop"
                                + " does end, increase `maxIterations` of step `check`.");
    }
}
