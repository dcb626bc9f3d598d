package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTest extends OnEachStore {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10_000})
    void joinsOnceWithTheInputsInItemOrder(int width) {
        int joins = Wide.JOINS.get();
        WideRun run = WideRunner.builder()
                .width(width)
                .maxWorkers(4)
                .datastore(datastore)
                .run();

        List<Long> squares = LongStream.range(0, width).map(i -> i * i).boxed().toList();
        assertThat(run.end().squares()).isEqualTo(squares);
        assertThat(run.calculate()).hasSize(width);
        assertThat(Wide.JOINS.get() - joins).isOne();
    }

    @Test
    void theTasksOfAStepComeInItemOrder() {
        WideRun run = WideRunner.builder().width(12).datastore(datastore).run();

        assertThat(run.calculate())
                .extracting(calculate -> calculate.square())
                .containsExactly(0L, 1L, 4L, 9L, 16L, 25L, 36L, 49L, 64L, 81L, 100L, 121L);
    }
}
