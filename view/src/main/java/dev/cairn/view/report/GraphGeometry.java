package dev.cairn.view.report;

import dev.cairn.view.report.GraphLayout.Cell;
import dev.cairn.view.report.GraphLayout.Edge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Turns the columns and rows of a layout into pixels, and transitions into paths. */
final class GraphGeometry {
    static final double NODE_HEIGHT = 52;

    private static final double ROW_HEIGHT = 78;
    private static final double GAP = 44;
    private static final double CURVE = 34;
    private static final double MARGIN = 12;
    private static final double LOOP = 12;
    private static final double LOOP_HEIGHT = 20;

    private final GraphLayout layout;
    private final double[] left;
    private final double[] width;
    private final Map<Edge, Integer> loops = new LinkedHashMap<>(); // the number of each below its steps, from 1

    /**
     * The geometry of a layout.
     *
     * @param stepWidth how wide a step has to be
     * @param labelWidth how wide the label of a transition is
     */
    GraphGeometry(GraphLayout layout, ToDoubleFunction<String> stepWidth, ToDoubleFunction<Edge> labelWidth) {
        this.layout = layout;
        this.left = new double[layout.columns() + 1];
        this.width = new double[layout.columns()];
        double[] gaps = new double[layout.columns()];
        layout.cells()
                .forEach((step, cell) ->
                        width[cell.column()] = Math.max(width[cell.column()], stepWidth.applyAsDouble(step)));
        for (Edge edge : layout.edges()) {
            int column = column(edge.from());
            if (edge.back()) {
                int above = (int) loops.keySet().stream()
                        .filter(other -> overlap(other, edge))
                        .count();
                loops.put(edge, above + 1);
            } else {
                gaps[column] = Math.max(gaps[column], labelWidth.applyAsDouble(edge));
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

    /** The height of the drawing in pixels. */
    double height() {
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
        return y(row) + NODE_HEIGHT / 2 + LOOP_HEIGHT * Objects.requireNonNull(loops.get(loop));
    }

    /** Where a column begins. */
    double left(int column) {
        return left[column];
    }

    /** How wide the steps of a column are. */
    double width(int column) {
        return width[column];
    }

    /** The middle of a row. */
    static double y(double row) {
        return row * ROW_HEIGHT;
    }

    /** Where the label of a transition is: in the middle below a loop, otherwise it ends there, before the next step. */
    double labelX(Edge edge) {
        int from = column(edge.from());
        return edge.back() ? (left[column(edge.to())] + left[from] + width[from]) / 2 : left[from + 1] - 14;
    }

    /** The line on which the label of a transition stands. */
    double labelY(Edge edge) {
        return edge.back() ? bottom(edge) + 13 : y(edge.row()) - 6;
    }

    /** The path of a transition. */
    String path(Edge edge) {
        Cell from = cell(edge.from());
        Cell to = cell(edge.to());
        return edge.back() ? back(edge, from, to) : forward(edge, from, to);
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
        int loop = Objects.requireNonNull(loops.get(edge));
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

    private int column(String step) {
        return cell(step).column();
    }

    private Cell cell(String step) {
        return Objects.requireNonNull(layout.cells().get(step));
    }
}
