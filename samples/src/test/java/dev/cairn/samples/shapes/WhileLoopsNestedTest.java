package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhileLoopsNestedTest extends OnEachStore {
    @Test
    void eachElementRunsItsLoopsAndEachRoundItsSplitAndForeach() {
        WhileLoopsNestedRun run =
                WhileLoopsNestedRunner.builder().datastore(datastore).run();

        assertThat(run.end().results()).containsExactly("", " 4 1", " 8", " 8 2 1");
        assertThat(run.outerIterations())
                .extracting(outer -> outer.task().id())
                .containsExactly(
                        "outer/0#0",
                        "outer/1#0",
                        "outer/1#1",
                        "outer/1#2",
                        "outer/2#0",
                        "outer/2#1",
                        "outer/3#0",
                        "outer/3#1",
                        "outer/3#2",
                        "outer/3#3");
        assertThat(run.twiceIterations())
                .extracting(twice -> twice.task().id())
                .containsExactly(
                        "twice/1#0#0",
                        "twice/1#0#1",
                        "twice/2#0#0",
                        "twice/2#0#1",
                        "twice/2#0#2",
                        "twice/3#0#0",
                        "twice/3#0#1",
                        "twice/3#0#2",
                        "twice/3#1#0");
        assertThat(run.countIterations()).hasSize(4 + 1 + 8 + 8 + 2 + 1);
        assertThat(run.gather().task().parents())
                .extracting(Task::id)
                .containsExactly("outer/0#0", "outer/1#2", "outer/2#1", "outer/3#3");
    }

    @Test
    void manyElementsAtOnce() {
        WhileLoopsNestedRun run = WhileLoopsNestedRunner.builder()
                .numbers(IntStream.range(0, 60).boxed().toList())
                .maxWorkers(4)
                .datastore(datastore)
                .run();

        assertThat(run.end().results())
                .isEqualTo(IntStream.range(0, 60)
                        .mapToObj(WhileLoopsNestedTest::digits)
                        .toList());
    }

    private static String digits(int number) {
        String digits = "";
        for (int rest = number; rest > 0; rest -= Integer.highestOneBit(rest)) {
            digits += " " + Integer.highestOneBit(rest);
        }
        return digits;
    }
}
