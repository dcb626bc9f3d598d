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

        TemporalBenchmark.note("cairn-foreach Figure[rate=5120.5, events=120, bytes=9000]", recorder);
        TemporalBenchmark.note("bare-foreach Figure[rate=640.25, events=0, bytes=0]", recorder);
        TemporalBenchmark.note("cairn-foreach Figure[rate=4800.0, events=120, bytes=9000]", recorder);
        TemporalBenchmark.note("ideal-slow Figure[rate=160.0, events=0, bytes=0]", recorder);
        TemporalBenchmark.note("# Temporal", recorder);

        assertThat(recorder.groups().get(0).name()).isEqualTo("foreach");
        assertThat(recorder.groups().get(0).figures())
                .containsExactly(
                        new Figure("Cairn, tasks in a second", 0, "", List.of(5120.5, 4800.0)),
                        new Figure("bare workflow, tasks in a second", 0, "", List.of(640.25)));
        assertThat(recorder.groups().get(1).figures())
                .containsExactly(new Figure("ideal, tasks in a second", 0, "", List.of(160.0)));
    }
}
