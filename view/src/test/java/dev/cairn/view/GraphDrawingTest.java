package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Graphs drawn with characters, and as Mermaid and DOT. */
class GraphDrawingTest {
    private static GraphView graph(GraphStep... steps) {
        return new GraphView(new FlowGraph("Flow", "", Arrays.asList(steps), List.of(), List.of()), Map.of());
    }

    private static GraphStep linear(String name, String... next) {
        return new GraphStep(name, "linear", "", List.of(next), null, null, null);
    }

    private static GraphStep join(String name, String... next) {
        return new GraphStep(name, "join", "", List.of(next), null, null, null);
    }

    private static GraphStep split(String name, String join, String... next) {
        return new GraphStep(name, "split-static", "", List.of(next), null, join, null);
    }

    private static GraphStep foreach(String name, String items, String join, String next) {
        return new GraphStep(name, "split-foreach", "", List.of(next), items, join, null);
    }

    private static GraphStep choice(String name, String on, @Nullable String otherwise, String... casesAndNext) {
        Map<String, String> cases = new LinkedHashMap<>();
        for (int i = 0; i < casesAndNext.length; i += 2) {
            cases.put(casesAndNext[i], casesAndNext[i + 1]);
        }
        List<String> next = new ArrayList<>(cases.values());
        if (otherwise != null) {
            next.add(otherwise);
        }
        return new GraphStep(name, "split-switch", "", next, null, null, new Choice(on, cases, otherwise));
    }

    private static String drawing(GraphView view) {
        return String.join("\n", GraphDrawing.of(view, false)) + "\n";
    }

    @Test
    void foreach() {
        GraphView view = graph(
                foreach("start", "rates", "join", "train"),
                linear("train", "check"),
                linear("check", "join"),
                join("join", "end"),
                linear("end"));

        assertThat(drawing(view)).isEqualTo("""
                start
                ├─ train  for each of rates
                │  check
                join
                end
                """);
        assertThat(GraphDrawing.of(view, true))
                .containsExactly("start", "|- train  for each of rates", "|  check", "join", "end");
    }

    @Test
    void splitWithinASplit() {
        assertThat(drawing(graph(
                        split("start", "end", "left", "right"),
                        split("left", "middle", "a", "b"),
                        linear("a", "middle"),
                        linear("b", "middle"),
                        join("middle", "end"),
                        linear("right", "end"),
                        join("end"))))
                .isEqualTo("""
                        start
                        ├─ left
                        │  ├─ a
                        │  ├─ b
                        │  middle
                        ├─ right
                        end
                        """);
    }

    @Test
    void splitIntoItsJoin() {
        assertThat(drawing(graph(foreach("start", "items", "join", "work"), linear("work", "join"), join("join"))))
                .isEqualTo("""
                        start
                        ├─ work  for each of items
                        join
                        """);
    }

    @Test
    void switchWhoseWaysMeet() {
        assertThat(drawing(graph(
                        choice("start", "kind", "end", "A", "first", "B", "second", "C", "second"),
                        linear("first", "end"),
                        linear("second", "end"),
                        linear("end"))))
                .isEqualTo("""
                        start
                        ├─ first  kind is A
                        ├─ second  kind is B or C
                        ├─ → end  otherwise
                        end
                        """);
    }

    @Test
    void loop() {
        assertThat(drawing(graph(
                        linear("start", "turn"),
                        choice("turn", "done", null, "false", "turn", "true", "end"),
                        linear("end"))))
                .isEqualTo("""
                        start
                        turn
                        ├─ ↺ turn  done is false
                        ├─ → end  done is true
                        end
                        """);
    }

    @Test
    void loopWithACheckAndARepair() {
        assertThat(drawing(graph(
                        linear("start", "check"),
                        choice("check", "sound", null, "false", "repair", "true", "end"),
                        linear("repair", "check"),
                        linear("end"))))
                .isEqualTo("""
                        start
                        check
                        ├─ repair  sound is false
                        │  ↺ check
                        ├─ → end  sound is true
                        end
                        """);
    }

    @Test
    void switchInABranchThatMayLeaveIt() {
        assertThat(drawing(graph(
                        split("start", "join", "left", "right"),
                        choice("left", "quick", "more", "true", "join"),
                        linear("more", "join"),
                        linear("right", "join"),
                        join("join"))))
                .isEqualTo("""
                        start
                        ├─ left
                        │  ├─ → join  quick is true
                        │  ├─ more  otherwise
                        ├─ right
                        join
                        """);
    }

    @Test
    void everyStepIsDrawnOnce() {
        GraphView view = graph(
                choice("start", "way", "c", "1", "a", "2", "b"),
                linear("a", "c"),
                choice("b", "way", "end", "1", "c"),
                linear("c", "end"),
                linear("end"));

        for (GraphStep step : view.graph().steps()) {
            assertThat(drawing(view)
                            .lines()
                            .map(line -> line.replaceAll("[├─│ ]*", ""))
                            .filter(step.name()::equals))
                    .as(step.name())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(drawing(view)).contains(step.name());
        }
    }

    @Test
    void notesStandBesideTheSteps() {
        FlowGraph graph = graph(linear("start", "end"), linear("end")).graph();

        assertThat(drawing(new GraphView(graph, Map.of("start", "(1 task)")))).isEqualTo("start  (1 task)\nend\n");
    }

    @Test
    void mermaidAndDotEscapeEverything() {
        FlowGraph graph = graph(choice("start", "kind", "end", "\"]; click <b>&#x202e;\\", "end"), linear("end"))
                .graph();
        GraphView view = new GraphView(graph, Map.of("end", "<script>\u001b[2J\u202e\""));

        assertThat(GraphText.mermaid(view)).isEqualTo("""
                flowchart TD
                    s0{"start"}
                    s1["end<br/>#60;script#62;#92;u001b#91;2J#92;u202e#34;"]
                    s0 -->|"kind is #34;#93;#59; click #60;b#62;#38;#35;x202e#59;#92;, or otherwise"| s1
                """);
        assertThat(GraphText.dot(view)).isEqualTo("""
                digraph "Flow" {
                    node [shape=box, style=rounded, fontname="sans-serif"]
                    edge [fontname="sans-serif"]
                    "start" [label="start", shape=diamond, style=solid]
                    "end" [label="end\\n<script>\\\\u001b[2J\\\\u202e\\""]
                    "start" -> "end" [label="kind is \\"]; click <b>&amp;#x202e;\\\\, or otherwise"]
                }
                """);
    }
}
