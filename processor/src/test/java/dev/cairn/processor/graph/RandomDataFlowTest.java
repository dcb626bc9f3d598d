package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cairn.processor.graph.DataRuns.Seen;
import dev.cairn.processor.graph.Sketch.Node;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.StepModel;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The analysis of data against runs of the flow, on flows drawn at random, small ones first; each failure names the seed and shows
 * the flow. {@code -Dcairn.flows} sets how many, {@code -Dcairn.seed} where they begin.
 */
class RandomDataFlowTest {
    private static final int FLOWS = Integer.getInteger("cairn.flows", 100);
    private static final int FIRST_SEED = Integer.getInteger("cairn.seed", 0);
    private static final int RUNS = 100;
    private static final int MOST_RUNS = 20_000;

    private static DataSketch sketch(int number, int seed) {
        return DataSketch.random(new Random(FIRST_SEED + seed), 2 + 12 * number / FLOWS);
    }

    /** No run may see what the analysis excludes, and what no run sees is what the analysis excludes. */
    @Test
    void theAnalysisSaysWhatRunsShow() {
        int exact = 0;
        for (int flow = 0; flow < FLOWS; flow++) {
            DataSketch sketch = sketch(flow, flow);
            DataFlow data = sketch.analysed();
            DataRuns runs = new DataRuns(sketch, new Random(FIRST_SEED + flow));
            Set<String> unseen = Set.of("");
            for (int times = RUNS; !unseen.isEmpty() && times <= MOST_RUNS; times *= 6) {
                runs.run(times);
                unseen = unseen(sketch, data, runs);
                if (runs.stopped()) {
                    break;
                }
            }
            assertThat(excluded(sketch, data, runs))
                    .as("seen, but excluded: seed %s%n%s", FIRST_SEED + flow, sketch)
                    .isEmpty();
            if (!runs.stopped()) {
                exact++;
                assertThat(unseen)
                        .as("not excluded, but never seen: seed %s%n%s", FIRST_SEED + flow, sketch)
                        .isEmpty();
            }
        }
        assertThat(exact).as("flows of which all is seen").isGreaterThan(FLOWS / 2);
    }

    /** What may be assigned before a step is what any step assigns from which a path leads there, and nothing else. */
    @Test
    void whatMayBeAssignedIsWhatAPathBrings() {
        for (int flow = 0; flow < FLOWS; flow++) {
            DataSketch sketch = sketch(flow, flow);
            DataFlow data = sketch.analysed();
            for (Node node : sketch.nodes()) {
                StepModel step = data.flow().step(node.name).orElseThrow();
                Set<String> before = sketch.before(node.name);
                for (String artifact : DataSketch.ARTIFACTS) {
                    String where = "seed %s, step %s, artifact %s%n%s"
                            .formatted(FIRST_SEED + flow, node.name, artifact, sketch);
                    assertThat(data.mayBeSetBefore(step, artifact))
                            .as(where)
                            .isEqualTo(before.stream().anyMatch(each -> sketch.assigns(each, artifact, false)));
                    assertThat(data.mayBeAssignedBefore(step, artifact))
                            .as(where)
                            .isEqualTo(before.stream().anyMatch(each -> sketch.assigns(each, artifact, true)));
                    assertThat(names(data, data.assignedUpTo(step)).contains(artifact))
                            .as(where)
                            .isEqualTo(DataSketch.INITIALISED.contains(artifact)
                                    || sketch.assigns(node.name, artifact, true)
                                    || data.mayBeAssignedBefore(step, artifact));
                }
            }
        }
    }

    private static Set<String> names(DataFlow data, BitSet artifacts) {
        return artifacts.stream()
                .mapToObj(artifact -> data.flow().artifacts().get(artifact).name())
                .collect(Collectors.toSet());
    }

    /** Each path on which something is absent is a path of the flow, and under its conditions, all of them, it is absent there. */
    @Test
    void pathsOfAbsenceArePathsOfTheFlow() {
        int paths = 0;
        for (int flow = 0; flow < FLOWS * 5; flow++) {
            DataSketch sketch = sketch(flow / 5, flow);
            DataFlow data = sketch.analysed();
            for (StepModel step : data.flow().steps()) {
                for (String artifact : DataSketch.ARTIFACTS) {
                    String what = "%s at %s, seed %s%n%s".formatted(artifact, step.name(), FIRST_SEED + flow, sketch);
                    if (before(data, step, artifact) != Before.ALWAYS) {
                        paths++;
                        replay(what, sketch, data, artifact, () -> data.absenceBefore(step, artifact), false);
                    }
                    if (data.after(step, artifact) != Before.ALWAYS) {
                        replay(what, sketch, data, artifact, () -> data.absenceAfter(step, artifact), true);
                    }
                }
            }
        }
        assertThat(paths).as("paths").isGreaterThan(FLOWS * 5);
    }

    private static void replay(
            String what, DataSketch sketch, DataFlow data, String artifact, Supplier<Absence> search, boolean over) {
        assertThatCode(() -> {
                    Absence absence = search.get();
                    assertThat(AbsenceReplay.wrong(sketch, data.graph(), artifact, absence, over))
                            .as(shown(absence))
                            .isEmpty();
                })
                .as(what)
                .doesNotThrowAnyException();
    }

    private static String shown(Absence absence) {
        List<String> conditions = absence.conditions().stream()
                .map(condition -> condition.kind() + " " + condition.step().name())
                .toList();
        return absence.path() + " " + conditions + " " + absence.beside();
    }

    /** What the runs saw although the analysis says that it cannot be. */
    private static Set<String> excluded(DataSketch sketch, DataFlow data, DataRuns runs) {
        Set<String> excluded = new TreeSet<>();
        for (Node node : sketch.nodes()) {
            StepModel step = data.flow().step(node.name).orElseThrow();
            for (String artifact : DataSketch.ARTIFACTS) {
                excluded(runs.before.get(node.name), before(data, step, artifact), artifact)
                        .forEach(what -> excluded.add(what + " before " + node.name));
                excluded(runs.after.get(node.name), data.after(step, artifact), artifact)
                        .forEach(what -> excluded.add(what + " after " + node.name));
            }
            if (node.joins) {
                Set<String> conflicts = new TreeSet<>(runs.conflicts.get(node.name));
                data.conflicts(step).forEach(conflict -> conflicts.remove(conflict.artifact()));
                conflicts.forEach(artifact -> excluded.add(artifact + " in conflict at " + node.name));
            }
        }
        return excluded;
    }

    private static List<String> excluded(Seen seen, Before claimed, String artifact) {
        boolean there = claimed == Before.NEVER && seen.present.contains(artifact);
        boolean missing = claimed == Before.ALWAYS && seen.absent.contains(artifact);
        return there ? List.of(artifact) : missing ? List.of("no " + artifact) : List.of();
    }

    /** What the analysis says is possible, and no run saw. */
    private static Set<String> unseen(DataSketch sketch, DataFlow data, DataRuns runs) {
        Set<String> unseen = new TreeSet<>();
        for (Node node : sketch.nodes()) {
            StepModel step = data.flow().step(node.name).orElseThrow();
            for (String artifact : DataSketch.ARTIFACTS) {
                unseen(runs.before.get(node.name), before(data, step, artifact), artifact)
                        .forEach(what -> unseen.add(what + " before " + node.name));
                unseen(runs.after.get(node.name), data.after(step, artifact), artifact)
                        .forEach(what -> unseen.add(what + " after " + node.name));
            }
            if (node.joins) {
                data.conflicts(step).stream()
                        .map(MergeConflict::artifact)
                        .filter(artifact -> !runs.conflicts.get(node.name).contains(artifact))
                        .forEach(artifact -> unseen.add(artifact + " in conflict at " + node.name));
            }
        }
        return unseen;
    }

    private static List<String> unseen(Seen seen, Before claimed, String artifact) {
        boolean there = claimed != Before.NEVER && !seen.present.contains(artifact);
        boolean missing = claimed != Before.ALWAYS && !seen.absent.contains(artifact);
        return there ? List.of(artifact) : missing ? List.of("no " + artifact) : List.of();
    }

    private static Before before(DataFlow data, StepModel step, String artifact) {
        return step.joins() ? data.arriving(step, artifact) : data.before(step, artifact);
    }
}
