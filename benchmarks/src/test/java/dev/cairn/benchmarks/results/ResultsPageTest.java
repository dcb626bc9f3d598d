package dev.cairn.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.results.Bound.AtLeast;
import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Measured;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
    private static final Source CAIRN = new Source("store", "foreach", "Cairn, ms");
    private static final Source PEER = new Source("store", "foreach", "files, ms");
    private static final Source MISSING = new Source("start-up", "start-up", "Cairn, ms");

    private static final Measurements MEASUREMENTS = new Measurements(Map.of(
            "store",
            List.of(new Group(
                    "foreach",
                    "Tasks.",
                    Map.of("date", "2026-11-30"),
                    List.of(
                            new Figure("Cairn, ms", 1, "", List.of(30.0, 20.0, 40.0)),
                            new Figure("files, ms", 1, "", List.of(10.0, 10.0, 10.0))),
                    List.of("Round 4 failed: the disk is full")))));

    private static final Misses MISSES = new Misses(Map.of("a/ratio", "The committer waits for the disk."));

    private static String page(boolean one, Target... targets) {
        Row row = new Row("a row", one, List.of(targets), "Both are durable.");
        Panel panel = new Panel(
                "Tasks <here>",
                "ms; less is better",
                List.of(Panel.cairn("Cairn", CAIRN), Panel.peer("files", PEER), Panel.peer("missing", MISSING)),
                List.of(Panel.mark(2, PEER), Panel.mark(1, MISSING)));
        return ResultsPage.of(
                List.of(new Section("Many tasks", "tasks", List.of(row), List.of(panel))),
                MEASUREMENTS,
                MISSES,
                "results/charts");
    }

    private static final Target RATIO =
            new Target("a/ratio", "time, beside files", new Ratio(CAIRN, PEER), new AtMost(2));
    private static final Target TIME = new Target("a/time", "ms", new Measured(CAIRN), new AtMost(30));

    @Test
    void aRowHasTargetAndRatioAndVerdict() {
        assertThat(page(false, RATIO, TIME))
                .contains("Of 2 targets 1 are met, 1 are missed, and 0 were not measured.")
                .contains("![Many tasks](results/charts/tasks.svg)")
                .contains("""
                        | a row | time, beside files | at most 2 | 3.00 | 2.00 to 4.00 | **missed** |
                        |  | ms | at most 30 | 30.0 | 20.0 to 40.0 | met |
                        """)
                .contains("- **a row**: Both are durable.\n")
                .contains("""
                        ### Missed

                        **a row, time, beside files** (`a/ratio`). The committer waits for the disk.
                        """)
                .endsWith("""
                        - **store**: date 2026-11-30.

                        Rounds that failed:

                        - **store**, foreach: Round 4 failed: the disk is full
                        """);
    }

    @Test
    void whereOneTargetIsEnoughTheOtherIsNotMissed() {
        assertThat(page(true, RATIO, TIME))
                .contains("Of 1 targets 1 are met, 0 are missed, and 0 were not measured.")
                .contains("| 3.00 | 2.00 to 4.00 | not met; the row asks for one of the two |")
                .doesNotContain("### Missed");
        Target never = new Target("a/never", "ms", new Measured(CAIRN), new AtLeast(99));
        assertThat(page(true, RATIO, never)).contains("2 are missed");
    }

    @Test
    void whatIsNotMeasuredIsSaidToBe() {
        Target missing = new Target("a/missing", "ms", new Measured(MISSING), new AtMost(1));
        Target ratio = new Target("a/missing-ratio", "time", new Ratio(CAIRN, MISSING), new AtLeast(1));
        Target free = new Target("a/free", "ms", new Measured(CAIRN), new None());
        assertThat(page(false, missing, ratio, free))
                .contains("Of 2 targets 0 are met, 0 are missed, and 2 were not measured.")
                .contains("| a row | ms | at most 1 |  |  | not measured |\n")
                .contains("|  | time | at least 1 |  |  | not measured |\n")
                .contains("|  | ms |  | 30.0 | 20.0 to 40.0 |  |\n");
    }

    @Test
    void aMissWithoutTextIsSaidToHaveNone() {
        Target other = new Target("a/other", "ms", new Measured(CAIRN), new AtMost(1));
        assertThat(page(false, other)).contains("(`a/other`). Nobody has looked into it yet.\n");
    }

    @Test
    void aChartHasBarsSpreadsAndMarks() {
        Panel panel = new Panel(
                "Tasks <here>",
                "ms; less is better",
                List.of(Panel.cairn("Cairn", CAIRN), Panel.peer("files", PEER), Panel.peer("missing", MISSING)),
                List.of(Panel.mark(2, PEER), Panel.mark(50)));
        String chart = Chart.of(new Section("Many tasks", "tasks", List.of(), List.of(panel)), MEASUREMENTS)
                .orElseThrow();

        // The longest thing is the mark at 50, which gets all 420 units of length.
        assertThat(chart)
                .contains("<title>Many tasks</title>", "Tasks &lt;here&gt;", "@media (prefers-color-scheme: dark)")
                .contains("<rect class=\"cairn\" x=\"200\" y=\"42\" width=\"252.0\" height=\"15\" rx=\"2\"/>")
                .contains("<line class=\"spread\" x1=\"368.0\" y1=\"49.5\" x2=\"536.0\" y2=\"49.5\"/>")
                .contains("<rect class=\"peer\" x=\"200\" y=\"63\" width=\"84.0\" height=\"15\" rx=\"2\"/>")
                .contains("<line class=\"mark\" x1=\"368.0\" y1=\"39.0\" x2=\"368.0\" y2=\"81.0\"/>")
                .contains("<line class=\"mark\" x1=\"620.0\" y1=\"39.0\" x2=\"620.0\" y2=\"81.0\"/>")
                .doesNotContain("missing");
    }

    @Test
    void nothingMeasuredIsNoChart() {
        Panel panel = new Panel("Start", "ms", List.of(Panel.cairn("Cairn", MISSING)), List.of(Panel.mark(1)));
        assertThat(Chart.of(new Section("Start", "start", List.of(), List.of(panel)), MEASUREMENTS))
                .isEmpty();
    }
}
