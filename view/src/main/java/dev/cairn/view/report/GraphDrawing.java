package dev.cairn.view.report;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.view.report.GraphLayout.Cell;
import dev.cairn.view.report.GraphLayout.Edge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws a graph as SVG: a box for each step, with its state and its tasks, which leads to what the page says of it. For one thread. */
final class GraphDrawing {
    private static final double NODE_HEIGHT = 52;
    private static final double ROW_HEIGHT = 78;
    private static final double GAP = 44;
    private static final double CURVE = 34;
    private static final double MARGIN = 12;
    private static final double LOOP = 12;
    private static final double LOOP_HEIGHT = 20;
    private static final double NAME_CHARACTER = 7.9;
    private static final double SMALL_CHARACTER = 6.3;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_LABEL = 22;

    private final FlowGraph graph;
    private final GraphLayout layout;
    private final Map<String, StepFacts> facts;
    private final double[] left;
    private final double[] width;
    private final Map<Edge, Integer> loops = new LinkedHashMap<>(); // with how many loops are above it

    GraphDrawing(FlowGraph graph, Map<String, StepFacts> facts) {
        this.graph = graph;
        this.layout = GraphLayout.of(graph);
        this.facts = facts;
        this.left = new double[layout.columns() + 1];
        this.width = new double[layout.columns()];
        double[] gaps = new double[layout.columns()];
        layout.cells().forEach((step, cell) -> width[cell.column()] = Math.max(width[cell.column()], widthOf(step)));
        for (Edge edge : layout.edges()) {
            int column = column(edge.from());
            if (edge.back()) {
                int above = (int) loops.keySet().stream()
                        .filter(other -> overlap(other, edge))
                        .count();
                loops.put(edge, above + 1);
            } else {
                gaps[column] = Math.max(gaps[column], label(edge).length() * SMALL_CHARACTER);
            }
        }
        left[0] = MARGIN;
        for (int column = 0; column < layout.columns(); column++) {
            left[column + 1] = left[column] + width[column] + GAP + gaps[column];
        }
    }

    private boolean overlap(Edge one, Edge other) {
        return column(one.from()) >= column(other.to()) && column(other.from()) >= column(one.to());
    }

    /** The width of the drawing in pixels. */
    int width() {
        int last = layout.columns() - 1;
        int loopsAtEnd = loops.entrySet().stream()
                .filter(loop -> column(loop.getKey().from()) == last)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return (int) Math.ceil(left[last] + width[last] + MARGIN + LOOP * loopsAtEnd);
    }

    private double height() {
        double loopEnd = loops.keySet().stream().mapToDouble(this::bottom).max().orElse(0) + LOOP_HEIGHT;
        return Math.max(layout.rows() * ROW_HEIGHT, loops.isEmpty() ? 0 : loopEnd);
    }

    /** Below all steps between the ends of a loop. */
    private double bottom(Edge loop) {
        double row = layout.cells().values().stream()
                .filter(cell -> cell.column() >= column(loop.to()) && cell.column() <= column(loop.from()))
                .mapToDouble(Cell::row)
                .max()
                .orElse(0);
        return y(row) + NODE_HEIGHT / 2 + LOOP_HEIGHT * loops.get(loop);
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
                "0 0 " + width() + " " + Html.number(height()));
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
        Cell from = layout.cells().get(edge.from());
        Cell to = layout.cells().get(edge.to());
        String path = edge.back() ? back(edge, from, to) : forward(edge, from, to);
        html.open("path", "d", path, "class", edge.back() ? "edge back" : "edge", "marker-end", "url(#arrow)")
                .close();
        String label = label(edge);
        if (!label.isEmpty()) {
            double x = edge.back()
                    ? (left[to.column()] + left[from.column()] + width[from.column()]) / 2
                    : left[from.column() + 1] - 14;
            double y = edge.back() ? bottom(edge) + 13 : y(edge.row()) - 6;
            html.element(
                    "text",
                    label,
                    "class",
                    "label",
                    "x",
                    Html.number(x),
                    "y",
                    Html.number(y),
                    "text-anchor",
                    edge.back() ? "middle" : "end");
        }
    }

    /** To another row on which it goes right behind the step, or right before the next one. */
    private String forward(Edge edge, Cell from, Cell to) {
        double start = left[from.column()] + width[from.column()];
        double end = left[to.column()] - 2;
        StringBuilder path = new StringBuilder("M" + Html.number(start) + " " + Html.number(y(from.row())));
        if (edge.row() != from.row()) {
            path.append(curve(start, y(from.row()), start + CURVE, y(edge.row())));
        }
        if (edge.row() != to.row()) {
            double turn = end - CURVE;
            path.append("H").append(Html.number(turn)).append(curve(turn, y(edge.row()), end, y(to.row())));
        } else {
            path.append("H").append(Html.number(end));
        }
        return path.toString();
    }

    private static String curve(double x, double y, double toX, double toY) {
        double middle = (x + toX) / 2;
        return "C" + Html.number(middle) + " " + Html.number(y) + " " + Html.number(middle) + " " + Html.number(toY)
                + " " + Html.number(toX) + " " + Html.number(toY);
    }

    /** Below all steps, and up again before the step where the loop begins. */
    private String back(Edge edge, Cell from, Cell to) {
        int loop = loops.get(edge);
        double right = left[from.column()] + width[from.column()] + LOOP * loop;
        double before = left[to.column()] - LOOP - 4 - 3 * loop;
        double bottom = bottom(edge);
        double radius = 8;
        double y = y(from.row()) + 10;
        double toY = y(to.row()) + 10;
        return "M" + Html.number(left[from.column()] + width[from.column()]) + " " + Html.number(y) + "H"
                + Html.number(right - radius) + corner(radius, radius) + "V" + Html.number(bottom - radius)
                + corner(-radius, radius) + "H" + Html.number(before + radius) + corner(-radius, -radius) + "V"
                + Html.number(toY + radius) + corner(radius, -radius) + "H" + Html.number(left[to.column()] - 2);
    }

    /** A quarter of a circle; how it bends follows from where it leads in the order of {@link #back}. */
    private static String corner(double x, double y) {
        boolean fromAcross = x > 0 == y > 0;
        String control = fromAcross ? Html.number(x) + " 0" : "0 " + Html.number(y);
        return "q" + control + " " + Html.number(x) + " " + Html.number(y);
    }

    private void node(Html html, GraphStep step, Cell cell) {
        StepFacts fact = facts.get(step.name());
        StepState state = fact.state();
        double x = left[cell.column()];
        double y = y(cell.row()) - NODE_HEIGHT / 2;
        double w = width[cell.column()];
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
                shortened(step.name(), LONGEST_NAME),
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

    private double widthOf(String step) {
        double name = Math.min(LONGEST_NAME, step.length()) * NAME_CHARACTER;
        double summary = facts.get(step).summary().length() * SMALL_CHARACTER;
        return Math.max(104, 50 + Math.max(name, summary));
    }

    /** Over what a foreach goes, or for which cases a switch takes the transition. */
    private String label(Edge edge) {
        GraphStep step = graph.step(edge.from());
        Choice choice = step.choice();
        if (step.foreachArtifact() != null) {
            return shortened("each of " + step.foreachArtifact(), LONGEST_LABEL);
        } else if (choice == null) {
            return "";
        }
        Map<String, String> cases = new LinkedHashMap<>(choice.cases());
        if (choice.otherwise() != null) {
            cases.put("otherwise", choice.otherwise());
        }
        return shortened(
                cases.entrySet().stream()
                        .filter(way -> way.getValue().equals(edge.to()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", ")),
                LONGEST_LABEL);
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private int column(String step) {
        return layout.cells().get(step).column();
    }

    private static double y(double row) {
        return row * ROW_HEIGHT;
    }
}
