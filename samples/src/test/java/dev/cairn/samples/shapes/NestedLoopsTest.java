package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NestedLoopsTest extends OnEachStore {
    @Test
    void theInnerLoopBeginsAgainInEachIterationOfTheOuterOne() {
        NestedLoopsRun run = NestedLoopsRunner.builder().datastore(datastore).run();

        assertThat(run.end().factors()).isEqualTo(" 2#0 2#1 2#2 3#0 3#1 5#0");
        assertThat(run.divideIterations())
                .extracting(divide -> divide.task().id())
                .containsExactly(
                        "divide#0#0",
                        "divide#0#1",
                        "divide#0#2",
                        "divide#0#3",
                        "divide#1#0",
                        "divide#1#1",
                        "divide#1#2",
                        "divide#2#0",
                        "divide#3#0",
                        "divide#3#1");
        assertThat(run.divide().task().id()).isEqualTo("divide#3#1");
        assertThat(run.divide().task().artifact("_iteration_stack").value()).isEqualTo(List.of(3, 1));
        assertThat(run.checkIterations()).extracting(check -> check.divisor()).containsExactly(2, 3, 4, 5);
    }
}
