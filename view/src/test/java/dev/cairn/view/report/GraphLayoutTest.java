package dev.cairn.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.view.report.GraphLayout.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where steps are drawn. */
class GraphLayoutTest {
    /** Lines such as {@code start -> left right join: end}: a name, what follows, and, after a colon, the join that closes its split. */
    private static FlowGraph graph(String... lines) {
        List<GraphStep> steps = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" *(->|:|\\?) *");
            List<String> next = parts.length > 1 ? List.of(parts[1].split(" ")) : List.of();
            String join = line.contains(":") ? parts[2] : null;
            Map<String, String> cases = new LinkedHashMap<>();
            next.forEach(each -> cases.put(each.toUpperCase(), each));
            Choice choice = line.endsWith("?") ? new Choice("kind", cases, null) : null;
            boolean joins = List.of(lines).stream().anyMatch(each -> each.endsWith(": " + parts[0]));
            steps.add(new GraphStep(parts[0], joins ? "join" : "linear", "", next, null, join, choice));
        }
        return new FlowGraph("F", "", steps, List.of(), List.of());
    }

    private static String drawn(FlowGraph graph) {
        return GraphLayout.of(graph).cells().entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue().column() + "/"
                        + Html.number(cell.getValue().row()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aChainIsARow() {
        assertThat(drawn(graph("start -> a", "a -> end", "end"))).isEqualTo("start 0/0.5, a 1/0.5, end 2/0.5");
    }

    @Test
    void branchesAreBelowEachOtherAndWhatJoinsThemIsBehindThemInTheMiddle() {
        assertThat(drawn(graph("start -> a b: join", "a -> c", "c -> join", "b -> join", "join -> end", "end")))
                .isEqualTo("start 0/1, a 1/0.5, c 2/0.5, b 1/1.5, join 3/1, end 4/1");
    }

    @Test
    void splitsNest() {
        assertThat(drawn(graph(
                        "start -> a b: join",
                        "a -> x y: inner",
                        "x -> inner",
                        "y -> inner",
                        "inner -> join",
                        "b -> join",
                        "join")))
                .isEqualTo("start 0/1.75, a 1/1, x 2/0.5, y 2/1.5, inner 3/1, b 1/2.5, join 4/1.75");
    }

    @Test
    void aTransitionPastOtherStepsHasARowOfItsOwn() {
        GraphLayout layout = GraphLayout.of(graph("start -> a end?", "a -> end", "end"));
        assertThat(layout.cells()).containsEntry("a", new Cell(1, 0.5)).containsEntry("end", new Cell(2, 1));
        assertThat(layout.edges())
                .contains(new GraphLayout.Edge("start", "end", false, 1.5))
                .contains(new GraphLayout.Edge("a", "end", false, 0.5));
        assertThat(layout.rows()).isEqualTo(2);
    }

    @Test
    void aLoopLeadsBack() {
        GraphLayout layout = GraphLayout.of(graph("start -> a", "a -> b", "b -> a end?", "end"));
        assertThat(layout.edges()).contains(new GraphLayout.Edge("b", "a", true, 0.5));
        assertThat(drawn(graph("start -> a", "a -> b", "b -> a end?", "end")))
                .isEqualTo("start 0/0.5, a 1/0.5, b 2/0.5, end 3/0.5");
    }

    @Test
    void waysOfSwitchesMayMeetInDifferentPlaces() {
        assertNothingOverlaps(graph("start -> a b c?", "a -> m", "b -> m n?", "c -> n", "m -> end", "n -> end", "end"));
    }

    @Test
    void randomGraphsAreDrawnWithoutOverlap() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int count = 3 + random.nextInt(15);
            String[] lines = new String[count];
            for (int i = 0; i < count; i++) {
                List<String> next = new ArrayList<>(i == count - 1 ? List.of() : List.of("s" + (i + 1)));
                for (int more = random.nextInt(3); more > 0 && i < count - 2; more--) {
                    next.add("s" + (i + 2 + random.nextInt(count - i - 2)));
                }
                next = next.stream().distinct().toList();
                lines[i] = "s" + i
                        + (next.isEmpty() ? "" : " -> " + String.join(" ", next) + (next.size() > 1 ? "?" : ""));
            }
            assertNothingOverlaps(graph(lines));
        }
    }

    private static void assertNothingOverlaps(FlowGraph graph) {
        GraphLayout layout = GraphLayout.of(graph);
        assertThat(layout.cells()).hasSameSizeAs(graph.steps());
        List<Cell> cells = new ArrayList<>(layout.cells().values());
        for (int i = 0; i < cells.size(); i++) {
            assertThat(cells.get(i).row()).isBetween(0.5, layout.rows() - 0.5);
            for (int j = 0; j < i; j++) {
                boolean apart = cells.get(i).column() != cells.get(j).column()
                        || Math.abs(cells.get(i).row() - cells.get(j).row()) >= 1;
                assertThat(apart).as("%s and %s of %s", i, j, graph.steps()).isTrue();
            }
        }
        for (GraphLayout.Edge edge : layout.edges()) {
            assertThat(layout.cells().get(edge.to()).column())
                    .isGreaterThan(layout.cells().get(edge.from()).column());
        }
    }
}
