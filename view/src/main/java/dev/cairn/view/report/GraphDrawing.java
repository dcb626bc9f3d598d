package dev.cairn.view.report;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.view.report.GraphLayout.Cell;
import dev.cairn.view.report.GraphLayout.Edge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Draws a graph as SVG: a box for each step, with its state and its tasks, which leads to what the page says of it. For one thread. */
final class GraphDrawing {
    private static final double NODE_HEIGHT = GraphGeometry.NODE_HEIGHT;
    private static final double NAME_CHARACTER = 7.9;
    private static final double SMALL_CHARACTER = 6.3;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_LABEL = 22;

    private final FlowGraph graph;
    private final GraphLayout layout;
    private final Map<String, StepFacts> facts;
    private final GraphGeometry geometry;

    GraphDrawing(FlowGraph graph, Map<String, StepFacts> facts) {
        this.graph = graph;
        this.layout = GraphLayout.of(graph);
        this.facts = facts;
        this.geometry =
                new GraphGeometry(layout, this::widthOf, edge -> label(edge).length() * SMALL_CHARACTER);
    }

    /** The width of the drawing in pixels. */
    int width() {
        return geometry.width();
    }

    void write(Html html) {
        html.open(
                "svg",
                "class",
                "graph",
                "role",
                "group",
                "aria-label",
                "Steps and transitions",
                "viewBox",
                "0 0 " + width() + " " + Html.number(geometry.height()));
        html.open("defs")
                .open(
                        "marker",
                        "id",
                        "arrow",
                        "viewBox",
                        "0 0 8 8",
                        "refX",
                        "7",
                        "refY",
                        "4",
                        "markerWidth",
                        "7",
                        "markerHeight",
                        "7",
                        "orient",
                        "auto");
        html.open("path", "d", "M0 .5 8 4 0 7.5z", "class", "arrow")
                .close()
                .close()
                .close();
        layout.edges().forEach(edge -> edge(html, edge));
        layout.cells().forEach((step, cell) -> node(html, graph.step(step), cell));
        html.closeLine();
    }

    private void edge(Html html, Edge edge) {
        html.open(
                        "path",
                        "d",
                        geometry.path(edge),
                        "class",
                        edge.back() ? "edge back" : "edge",
                        "marker-end",
                        "url(#arrow)")
                .close();
        String label = label(edge);
        if (!label.isEmpty()) {
            html.open(
                    "text",
                    "class",
                    "label",
                    "x",
                    Html.number(geometry.labelX(edge)),
                    "y",
                    Html.number(geometry.labelY(edge)),
                    "text-anchor",
                    edge.back() ? "middle" : "end");
            html.text(label).close();
        }
    }

    private void node(Html html, GraphStep step, Cell cell) {
        StepFacts fact = facts(step.name());
        StepState state = fact.state();
        double x = geometry.left(cell.column());
        double y = GraphGeometry.y(cell.row()) - NODE_HEIGHT / 2;
        double w = geometry.width(cell.column());
        html.open("a", "href", "#" + fact.anchor(), "class", "node " + state.css());
        html.element("title", title(step, fact));
        if (fact.isMany()) {
            rectangle(html, "shadow", x + 5, y + 5, w);
        }
        rectangle(html, "box", x, y, w);
        html.open("circle", "class", "dot", "cx", Html.number(x + 20), "cy", Html.number(y + 26), "r", "9")
                .close();
        html.open(
                        "path",
                        "class",
                        "mark",
                        "d",
                        state.mark(),
                        "transform",
                        "translate(" + Html.number(x + 20) + " " + Html.number(y + 26) + ")")
                .close();
        html.element(
                "text",
                ShortText.of(step.name(), LONGEST_NAME),
                "class",
                "name",
                "x",
                Html.number(x + 38),
                "y",
                Html.number(y + 22));
        html.element("text", fact.summary(), "class", "sub", "x", Html.number(x + 38), "y", Html.number(y + 39));
        html.close();
    }

    private static String title(GraphStep step, StepFacts fact) {
        String state = fact.state().word();
        String summary = fact.summary();
        return step.name() + ": " + state + (summary.equals(state) ? "" : ", " + summary)
                + (step.fansOut() ? ", foreach over " + step.foreachArtifact() : "");
    }

    private static void rectangle(Html html, String css, double x, double y, double w) {
        html.open(
                        "rect",
                        "class",
                        css,
                        "x",
                        Html.number(x),
                        "y",
                        Html.number(y),
                        "width",
                        Html.number(w),
                        "height",
                        Html.number(NODE_HEIGHT),
                        "rx",
                        "10")
                .close();
    }

    private StepFacts facts(String step) {
        return Objects.requireNonNull(facts.get(step));
    }

    private double widthOf(String step) {
        double name = Math.min(LONGEST_NAME, step.length()) * NAME_CHARACTER;
        double summary = facts(step).summary().length() * SMALL_CHARACTER;
        return Math.max(104, 50 + Math.max(name, summary));
    }

    /** Over what a foreach goes, or for which cases a switch takes the transition. */
    private String label(Edge edge) {
        GraphStep step = graph.step(edge.from());
        Choice choice = step.choice();
        if (step.foreachArtifact() != null) {
            return ShortText.of("each of " + step.foreachArtifact(), LONGEST_LABEL);
        } else if (choice == null) {
            return "";
        }
        Map<String, String> cases = new LinkedHashMap<>(choice.cases());
        if (choice.otherwise() != null) {
            cases.put("otherwise", choice.otherwise());
        }
        return ShortText.of(
                cases.entrySet().stream()
                        .filter(way -> way.getValue().equals(edge.to()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", ")),
                LONGEST_LABEL);
    }
}
