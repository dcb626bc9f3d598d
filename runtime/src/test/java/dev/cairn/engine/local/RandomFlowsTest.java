package dev.cairn.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.engine.flows.TestRun;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random structured flows compute what an interpreter computes that knows nothing of tasks. Small flows come first. */
class RandomFlowsTest {
    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flowComputesWhatTheInterpreterDoes(int seed) {
        RandomFlow flow = new RandomFlow(seed, 1 + seed / 4);

        Run run = TestRun.of(flow.definition()).maxWorkers(1 + seed % 8).run();

        assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(flow.expected());
    }
}
