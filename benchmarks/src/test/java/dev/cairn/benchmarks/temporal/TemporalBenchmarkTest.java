package dev.cairn.benchmarks.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.Recorder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemporalBenchmarkTest {
    @Test
    void keepsWhatIsPrintedOfARound() {
        Recorder recorder = new Recorder(2);

        TemporalBenchmark.note("10000 items of 0 ms: Cairn 5120/s, bare 640/s", recorder);
        TemporalBenchmark.note("10000 items of 0 ms: Cairn 4800/s, bare 600/s", recorder);
        TemporalBenchmark.note("ratio: median 8.0, from 8.0 to 8.0; on 2 processors", recorder);

        assertThat(recorder.groups().get(0).figures())
                .containsExactly(
                        new Figure("Cairn, items in a second", 0, "", List.of(5120.0, 4800.0)),
                        new Figure("bare workflow, items in a second", 0, "", List.of(640.0, 600.0)));
    }
}
