package dev.cairn.view.report;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of a graph are drawn: columns from left to right, so that each transition but those of loops leads to the right, and
 * rows. It is found by the nesting of splits: what only a step leads to is drawn within its rows, branches one below the other, and what
 * joins them behind them on the row of the split. Immutable.
 *
 * @param cells where each step is, in the order of the graph
 * @param edges the transitions
 * @param columns the number of columns
 * @param rows the number of rows
 */
record GraphLayout(Map<String, Cell> cells, List<Edge> edges, int columns, double rows) {
    /** A place; rows are counted from the upper end of the drawing to the middle of the step. */
    record Cell(int column, double row) {}

    /**
     * A transition.
     *
     * @param from the step before
     * @param to the step after
     * @param back whether it leads back in a loop
     * @param row the row on which it goes to the right, which no step uses
     */
    record Edge(String from, String to, boolean back, double row) {}

    /** The layout of a graph that the processor let pass. */
    static GraphLayout of(FlowGraph graph) {
        Builder builder = new Builder(graph);
        Block all = builder.block(graph.steps().get(0).name());
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (GraphStep step : graph.steps()) {
            Double row = all.rows.get(step.name());
            if (row != null) { // a step that nothing leads to is not drawn
                cells.put(step.name(), new Cell(builder.column(step.name()), row));
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (String from : cells.keySet()) {
            for (String to : new LinkedHashSet<>(graph.step(from).next())) {
                boolean back = builder.structure.leadsBack(from, to);
                Double lane = all.lanes.get(from + " " + to);
                if (lane == null) {
                    lane = row(cells, back || builder.joins(to) ? from : to);
                }
                edges.add(new Edge(from, to, back, lane));
            }
        }
        return new GraphLayout(cells, edges, all.lastColumn + 1, all.height);
    }

    private static double row(Map<String, Cell> cells, String step) {
        return Objects.requireNonNull(cells.get(step)).row();
    }

    /** What is drawn of a step and of all that only it leads to. Rows count from the upper end of the block. */
    private static final class Block {
        private final Map<String, Double> rows = new HashMap<>();
        private final Map<String, Double> lanes = new HashMap<>(); // of transitions that pass by other steps
        private double height;
        private double entry;
        private int lastColumn;

        /** Puts another block into this one, {@code offset} rows below its upper end, which may be above it. */
        void put(Block other, double offset) {
            other.rows.forEach((step, row) -> rows.put(step, row + offset));
            other.lanes.forEach((edge, row) -> lanes.put(edge, row + offset));
            lastColumn = Math.max(lastColumn, other.lastColumn);
        }

        void shift(double offset) {
            rows.replaceAll((step, row) -> row + offset);
            lanes.replaceAll((edge, row) -> row + offset);
            entry += offset;
        }
    }

    private static final class Builder {
        private final FlowGraph graph;
        private final FlowStructure structure;
        private final Map<String, Set<String>> before = new HashMap<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<String, String> dominators = new HashMap<>();
        private final Map<String, List<String>> dominated = new HashMap<>();

        Builder(FlowGraph graph) {
            this.graph = graph;
            this.structure = new FlowStructure(graph);
            graph.steps().forEach(step -> before.put(step.name(), new LinkedHashSet<>()));
            for (GraphStep step : graph.steps()) {
                forward(step.name()).forEach(next -> before(next).add(step.name()));
            }
            for (GraphStep step : graph.steps()) {
                String name = step.name();
                columns.put(
                        name,
                        before(name).stream()
                                .mapToInt(each -> column(each) + 1)
                                .max()
                                .orElse(0));
                before(name).stream().reduce(this::common).ifPresent(dominator -> {
                    dominators.put(name, dominator);
                    dominated
                            .computeIfAbsent(dominator, unused -> new ArrayList<>())
                            .add(name);
                });
            }
        }

        int column(String step) {
            return Objects.requireNonNull(columns.get(step));
        }

        private Set<String> before(String step) {
            return Objects.requireNonNull(before.get(step));
        }

        /** Whether branches meet in a step. */
        boolean joins(String step) {
            return before(step).size() > 1;
        }

        private List<String> forward(String step) {
            return graph.step(step).next().stream()
                    .distinct()
                    .filter(next -> !structure.leadsBack(step, next))
                    .toList();
        }

        /** The last step that all paths to both have passed. */
        private String common(String one, String other) {
            Set<String> path = new LinkedHashSet<>();
            for (@Nullable String step = one; step != null; step = dominators.get(step)) {
                path.add(step);
            }
            String step = other;
            while (!path.contains(step)) {
                step = Objects.requireNonNull(dominators.get(step));
            }
            return step;
        }

        Block block(String step) {
            Block block = new Block();
            block.lastColumn = column(step);
            List<Double> entries = new ArrayList<>();
            for (String next : forward(step)) {
                if (joins(next)) { // straight to where branches meet, past their steps
                    block.lanes.put(step + " " + next, block.height + 0.5);
                    entries.add(block.height + 0.5);
                    block.height += 1;
                } else {
                    Block branch = block(next);
                    block.put(branch, block.height);
                    entries.add(block.height + branch.entry);
                    block.height += branch.height;
                }
            }
            if (entries.isEmpty()) {
                entries.add(0.5);
                block.height = 1;
            }
            block.entry = (entries.get(0) + entries.get(entries.size() - 1)) / 2;
            block.rows.put(step, block.entry);
            dominated.getOrDefault(step, List.of()).stream()
                    .filter(this::joins)
                    .sorted(Comparator.comparingInt(this::column))
                    .forEach(next -> join(block, block(next), column(next)));
            return block;
        }

        /** Draws what follows where branches meet: behind them if it is, otherwise below them. */
        private static void join(Block block, Block next, int column) {
            boolean behind = column > block.lastColumn;
            double offset = behind ? block.entry - next.entry : block.height;
            block.put(next, offset);
            double above = Math.max(0, -offset);
            block.height = Math.max(block.height, offset + next.height) + above;
            block.shift(above);
        }
    }
}
