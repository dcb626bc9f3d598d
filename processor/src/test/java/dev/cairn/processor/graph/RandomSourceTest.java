package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.graph.DataRuns.Place;
import dev.cairn.processor.graph.DataRuns.Seen;
import dev.cairn.processor.graph.DataSource.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * What the compiler says of reads, in flows drawn at random, small ones first, against runs of these flows: an error exactly where no
 * run finds the artifact when it comes there first, a warning where some do not, and one report for each reason. {@code -Dcairn.sources} sets how many, {@code -Dcairn.seed} where they begin.
 */
class RandomSourceTest {
    private static final int FLOWS = Integer.getInteger("cairn.sources", 16);
    private static final int FIRST_SEED = Integer.getInteger("cairn.seed", 0);
    private static final int TOGETHER = 40;
    private static final int RUNS = 3_000;

    private static final Pattern ARTIFACT = Pattern.compile("artifact `(\\w+)` is read in");
    private static final Pattern MORE = Pattern.compile("and: +(\\d+) more reads?, in (.*)");
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

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
                DataSketch sketch = DataSketch.countingNumber(new Random(seed), 2 + 12 * flow / FLOWS);
                flows.add(new Flow(seed, sketch, DataSource.of("Flow" + seed, sketch, new Random(seed))));
            }
            compare(flows);
        }
        assertThat(judged).as("reads").isGreaterThan(FLOWS * 2);
        assertThat(errors).as("errors").isGreaterThan(FLOWS / 4);
        assertThat(warnings).as("warnings").isGreaterThan(FLOWS / 4);
    }

    /**
     * A report of reads of an artifact.
     *
     * @param line where it stands
     * @param more how many more reads it speaks of
     * @param steps the steps in which these are
     */
    private record Report(String artifact, int line, boolean error, int more, Set<String> steps) {}

    /**
     * What has to be said of a read.
     *
     * @param verdicts one of these: nothing, warning, error
     */
    private record Expected(Read read, Set<String> verdicts) {}

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

    /** What was said of the reads of a file, by artifact. */
    private static Map<String, List<Report>> said(Compilation compilation, String file) {
        List<Report> said = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            boolean ofRead = message.startsWith("[cairn:unassigned-artifact]")
                    || message.startsWith("[cairn:unmerged-artifact]");
            if (diagnostic.getSource() != null
                    && diagnostic.getSource().getName().endsWith("/" + file)) {
                boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
                boolean ofGraph = error && !ofRead && !message.startsWith("[cairn:missing-from-merge]");
                assertThat(ofGraph).as("%s: %s", file, message).isFalse();
                if (ofRead) {
                    said.add(report(message, (int) diagnostic.getLineNumber(), error));
                }
            }
        }
        return said.stream().collect(Collectors.groupingBy(Report::artifact));
    }

    private static Report report(String message, int line, boolean error) {
        Matcher artifact = ARTIFACT.matcher(message);
        assertThat(artifact.find()).as(message).isTrue();
        Matcher more = MORE.matcher(message);
        boolean others = more.find();
        Set<String> steps = others
                ? QUOTED.matcher(more.group(2))
                        .results()
                        .map(step -> step.group(1))
                        .collect(Collectors.toSet())
                : Set.of();
        return new Report(artifact.group(1), line, error, others ? Integer.parseInt(more.group(1)) : 0, steps);
    }

    private void compare(Flow flow, Map<String, List<Report>> said) {
        DataRuns runs = new DataRuns(flow.sketch(), new Random(flow.seed()));
        runs.run(RUNS);
        Map<Integer, Expected> expected = new TreeMap<>();
        flow.source()
                .reads()
                .forEach((line, read) -> expected.put(line, new Expected(read, verdicts(flow.sketch(), runs, read))));
        for (String artifact : DataSketch.ARTIFACTS) {
            Map<Integer, Expected> reads = new TreeMap<>(expected);
            reads.values().removeIf(read -> !read.read().artifact().equals(artifact));
            compare(
                    "%s, seed %s%n%s".formatted(artifact, flow.seed(), flow.source()),
                    reads,
                    said.getOrDefault(artifact, List.of()));
        }
    }

    /** Each report has the verdict of the read that it shows; together they speak of all reads of which something is to be said. */
    private void compare(String flow, Map<Integer, Expected> reads, List<Report> reports) {
        int told = 0;
        for (Report report : reports) {
            String verdict = report.error() ? "error" : "warning";
            assertThat(reads.get(report.line()).verdicts())
                    .as("line %s: %s", report.line(), flow)
                    .contains(verdict);
            Set<String> steps = reads.values().stream()
                    .filter(read -> !read.verdicts().equals(Set.of("nothing")))
                    .map(read -> read.read().step())
                    .collect(Collectors.toSet());
            assertThat(steps).as("more reads of %s", flow).containsAll(report.steps());
            told += 1 + report.more();
            errors += report.error() ? 1 : 0;
            warnings += report.error() ? 0 : 1;
        }
        long least = reads.values().stream()
                .filter(read -> !read.verdicts().contains("nothing"))
                .count();
        long most = reads.values().stream()
                .filter(read -> !read.verdicts().equals(Set.of("nothing")))
                .count();
        assertThat((long) told).as("reads told of %s", flow).isBetween(least, most);
        boolean error = reads.values().stream().anyMatch(read -> read.verdicts().equals(Set.of("error")));
        assertThat(reports.stream().anyMatch(Report::error) || !error)
                .as("errors of %s", flow)
                .isTrue();
        judged += reads.size();
    }

    /** Where merges fail, runs show less than is possible, so that a doubt may be told of which they know nothing. */
    private static Set<String> verdicts(DataSketch sketch, DataRuns runs, Read read) {
        Seen seen = runs.at(read.step(), read.place());
        if (!seen.any()) {
            return Set.of("nothing", "warning", "error");
        }
        Seen first = runs.firstAt(read.step(), read.place());
        Set<String> verdicts = new TreeSet<>(
                read.artifact().equals(DataSketch.NUMBER)
                        ? ofNumber(sketch, seen, first, read)
                        : Set.of(verdict(seen, first, read)));
        boolean begins = read.artifact().equals(DataSketch.NUMBER) || DataSketch.INITIALISED.contains(read.artifact());
        if (runs.stopped()) {
            verdicts.addAll(
                    begins ? List.of("warning", "error") : List.of("warning")); // which may have lost a value there
        }
        return verdicts;
    }

    /** A number that no step has assigned has Java's default, which may be meant; for certain, where steps do nothing but count it. */
    private static Set<String> ofNumber(DataSketch sketch, Seen seen, Seen first, Read read) {
        boolean counts = sketch.effects.get(read.step()).counted().contains(read.artifact());
        if (read.place() == Place.ASSIGNED && counts) {
            return Set.of("nothing", "warning"); // what is counted is there, but may have begun anew after a join
        } else if (!seen.absent.contains(read.artifact())) {
            return Set.of("nothing");
        } else if (seen.lost.contains(read.artifact())) {
            boolean lost = !first.present.contains(read.artifact()) && first.lost.contains(read.artifact());
            return Set.of(lost ? "error" : "warning");
        } else if (!sketch.assigns(read.artifact(), true)) {
            return Set.of("error");
        }
        return sketch.assigns(read.artifact(), false) ? Set.of("nothing", "warning") : Set.of("nothing");
    }

    private static String verdict(Seen seen, Seen first, Read read) {
        String artifact = read.artifact();
        boolean begins = DataSketch.INITIALISED.contains(artifact);
        if (!(begins ? seen.lost : seen.absent).contains(artifact)) {
            return "nothing";
        }
        boolean missing = !first.present.contains(artifact) && (!begins || first.lost.contains(artifact));
        return missing && first.any() ? "error" : "warning";
    }
}
