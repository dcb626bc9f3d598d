package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopInForeachTest extends OnEachStore {
    @Test
    void everyElementLoopsAsOftenAsItHasTo() {
        LoopInForeachRun run =
                LoopInForeachRunner.builder().datastore(datastore).run();

        assertThat(run.end().lengths()).containsExactly(8, 3, 16);
        assertThat(run.end().traces())
                .containsExactly(
                        "0/3 6: 3 10 5 16 8 4 2 1",
                        "1/3 1: 4 2 1",
                        "2/3 7: 22 11 34 17 52 26 13 40 20 10 5 16 8 4 2 1");
    }

    @Test
    void theAccessorGivesTheLastIterationOfEachElementAndAnotherAllOfThem() {
        LoopInForeachRun run =
                LoopInForeachRunner.builder().datastore(datastore).run();

        assertThat(run.look())
                .extracting(look -> look.task().id())
                .containsExactly("look/0#7", "look/1#2", "look/2#15");
        assertThat(run.lookIterations()).hasSize(8 + 3 + 16);
        assertThat(run.goIterations().subList(7, 12))
                .extracting(go -> go.task().id())
                .containsExactly("go/0#7", "go/1#0", "go/1#1", "go/1#2", "go/2#0");
        assertThat(run.begin()).extracting(begin -> begin.number()).containsExactly(6L, 1L, 7L);
    }

    @Test
    void theJoinHasTheLastIterationsAsItsParents() {
        LoopInForeachRun run =
                LoopInForeachRunner.builder().datastore(datastore).run();

        assertThat(run.join().task().parents())
                .extracting(Task::id)
                .containsExactly("look/0#7", "look/1#2", "look/2#15");
        assertThat(run.look().get(1).task().foreachStack().get(0).value()).isEqualTo(1L);
    }

    @Test
    void manyElementsAtOnce() {
        List<Long> numbers = LongStream.rangeClosed(1, 200).boxed().toList();

        LoopInForeachRun run = LoopInForeachRunner.builder()
                .numbers(numbers)
                .maxWorkers(4)
                .datastore(datastore)
                .run();

        assertThat(run.end().lengths())
                .isEqualTo(numbers.stream().map(LoopInForeachTest::length).toList());
    }

    private static int length(long start) {
        int length = 0;
        long number = start;
        do {
            number = number % 2 == 0 ? number / 2 : 3 * number + 1;
            length++;
        } while (number != 1);
        return length;
    }
}
