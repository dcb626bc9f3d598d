package dev.cairn.benchmarks.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures what it says, on a small flow; how long that takes, no test judges. */
class ProcessorBenchmarkTest {
    /** Nothing is made of the times, so they need no second compiler, whose work is most of what these machines would do. */
    private static final List<String> QUICK = List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    Path directory;

    @Test
    void measuresEveryMode() throws Exception {
        ProcessorBenchmark benchmark = new ProcessorBenchmark(List.of(10), 1, 7, QUICK);

        ProcessorBenchmark.Result result = benchmark.measure(directory, 10);

        assertThat(result.cold().javac()).hasSize(1).allMatch(time -> time > 0);
        assertThat(result.warm().rounds()).hasSize(1).allMatch(time -> time > 0);
        assertThat(result.phases()).isNotEmpty();
        assertThat(result.size().method().name()).isEqualTo("LargeFlowRunner$Definition.<init>");
        assertThat(result.size().initialiser().name()).isEqualTo("LargeFlowArtifacts$Name.<clinit>");
        assertThat(new Report(benchmark).of(List.of(result)))
                .contains("1 repetitions", "| 10 | 20 | " + result.size().source() + " | ");
    }

    @Test
    void theSameSeedGivesTheSameFlow() {
        assertThat(FlowGenerator.source(100, 30, 1))
                .isEqualTo(FlowGenerator.source(100, 30, 1))
                .isNotEqualTo(FlowGenerator.source(100, 30, 2))
                .containsPattern("(?s)foreach = .*cases = .*except\\(.*iteration\\(\\)");
        assertThat(FlowGenerator.source(100, 30, 1).split("@Step\\(")).hasSize(101);
    }

    @Test
    void aPhaseIsTheInnermostPackageOfTheProcessor() {
        assertThat(PhaseSampler.phase(new StackTraceElement[] {
                    new StackTraceElement("com.palantir.javapoet.CodeWriter", "emit", null, 1),
                    new StackTraceElement("dev.cairn.processor.write.source.SourceText", "of", null, 1),
                    new StackTraceElement("dev.cairn.processor.FlowProcessor", "process", null, 1)
                }))
                .isEqualTo("write");
        assertThat(PhaseSampler.phase(new StackTraceElement[0])).isEmpty();
    }
}
