package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.graph.DataRuns.Seen;
import dev.cairn.processor.graph.DataSource.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * What the compiler says of reads, in flows drawn at random, small ones first, against runs of these flows: an error exactly where no
 * run finds the artifact, a warning where some do not. {@code -Dcairn.sources} sets how many, {@code -Dcairn.seed} where they begin.
 */
class RandomSourceTest {
    private static final int FLOWS = Integer.getInteger("cairn.sources", 40);
    private static final int FIRST_SEED = Integer.getInteger("cairn.seed", 0);
    private static final int TOGETHER = 40;
    private static final int RUNS = 3_000;

    private record Flow(int seed, DataSketch sketch, DataSource source) {}

    private int judged;
    private int errors;
    private int warnings;

    @Test
    void theCompilerSaysWhatRunsShow() {
        for (int first = 0; first < FLOWS; first += TOGETHER) {
            List<Flow> flows = new ArrayList<>();
            for (int flow = first; flow < Math.min(FLOWS, first + TOGETHER); flow++) {
                int seed = FIRST_SEED + flow;
                DataSketch sketch = DataSketch.withoutCounters(new Random(seed), 2 + 12 * flow / FLOWS);
                flows.add(new Flow(seed, sketch, DataSource.of("Flow" + seed, sketch, new Random(seed))));
            }
            compare(flows);
        }
        assertThat(judged).as("reads").isGreaterThan(FLOWS * 2);
        assertThat(errors).as("errors").isGreaterThan(FLOWS / 4);
        assertThat(warnings).as("warnings").isGreaterThan(FLOWS / 4);
    }

    private void compare(List<Flow> flows) {
        Compilation compilation = FlowCompilation.checkOnly("-Xmaxerrs", "100000", "-Xmaxwarns", "100000")
                .compile(flows.stream()
                        .map(flow -> JavaFileObjects.forSourceString(
                                "com.acme.Flow" + flow.seed(), flow.source().toString()))
                        .toList());
        for (Flow flow : flows) {
            compare(flow, said(compilation, "Flow" + flow.seed() + ".java"));
        }
    }

    /** What was said of the reads of a file, by line. */
    private static Map<Integer, String> said(Compilation compilation, String file) {
        Map<Integer, String> said = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            boolean ofRead = message.startsWith("[cairn:unassigned-artifact]")
                    || message.startsWith("[cairn:unmerged-artifact]");
            if (diagnostic.getSource() != null
                    && diagnostic.getSource().getName().endsWith("/" + file)) {
                boolean ofGraph = diagnostic.getKind() == Diagnostic.Kind.ERROR
                        && !ofRead
                        && !message.startsWith("[cairn:missing-from-merge]");
                assertThat(ofGraph).as("%s: %s", file, message).isFalse();
                if (ofRead) {
                    said.put((int) diagnostic.getLineNumber(), kind(diagnostic.getKind()));
                }
            }
        }
        return said;
    }

    private static String kind(Diagnostic.Kind kind) {
        return kind == Diagnostic.Kind.ERROR ? "error" : "warning";
    }

    private void compare(Flow flow, Map<Integer, String> said) {
        DataRuns runs = new DataRuns(flow.sketch(), new Random(flow.seed()));
        runs.run(RUNS);
        Map<Integer, String> expected = new TreeMap<>();
        Map<Integer, String> found = new TreeMap<>();
        flow.source().reads().forEach((line, read) -> {
            Seen seen = runs.at(read.step(), read.place());
            String verdict = verdict(seen, read);
            String kind = said.getOrDefault(line, "nothing");
            boolean fromField = DataSketch.INITIALISED.contains(read.artifact()) && kind.equals("nothing");
            boolean filtered =
                    runs.stopped() && kind.equals("warning"); // where merges fail, runs show less than is possible
            if (seen.any() && !fromField && !filtered) {
                expected.put(line, verdict + " " + read);
                found.put(line, kind + " " + read);
                judged++;
                errors += kind.equals("error") ? 1 : 0;
                warnings += kind.equals("warning") ? 1 : 0;
            }
        });
        assertThat(found).as("seed %s%n%s", flow.seed(), flow.source()).isEqualTo(expected);
    }

    private static String verdict(Seen seen, Read read) {
        if (!seen.absent.contains(read.artifact())) {
            return "nothing";
        }
        return seen.present.contains(read.artifact()) ? "warning" : "error";
    }
}
