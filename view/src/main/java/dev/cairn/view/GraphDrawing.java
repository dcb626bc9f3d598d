package dev.cairn.view;

import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws a graph with characters, from top to bottom: each step is a line, and what is between a split and its join, or between a switch
 * and where its ways meet, is beside a line that leads from the one to the other.
 *
 * <pre>
 * start
 * ├─ train  for each of candidates
 * join
 * end
 * </pre>
 *
 * <p>For one thread.
 */
public final class GraphDrawing {
    private final GraphView view;
    private final FlowGraph graph;
    private final boolean isPlain;
    private final Set<String> drawn = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private GraphDrawing(GraphView view, boolean isPlain) {
        this.view = view;
        this.graph = view.graph();
        this.isPlain = isPlain;
    }

    /**
     * The lines of a drawing.
     *
     * @param view the graph, and the notes at its steps
     * @param isPlain whether to use only characters of ASCII
     * @return the lines, without line breaks
     */
    public static List<String> of(GraphView view, boolean isPlain) {
        GraphDrawing drawing = new GraphDrawing(view, isPlain);
        for (GraphStep step : view.graph().steps()) {
            if (!drawing.drawn.contains(step.name())) {
                drawing.draw(step.name(), "", "", "", new ArrayDeque<>());
            }
        }
        return List.copyOf(drawing.lines);
    }

    /**
     * Draws a step and those that follow.
     *
     * @param first what is in front of the first line
     * @param rest what is in front of the other lines
     * @param condition what to write behind the name of the first step
     * @param stops where to stop: the joins and meeting points around, the innermost first
     */
    private void draw(String name, String first, String rest, String condition, Deque<String> stops) {
        String next = name;
        String before = first;
        String remark = condition;
        while (next != null) {
            boolean isStart = before.equals(first) && remark.equals(condition) && next.equals(name);
            if (next.equals(stops.peek()) && !isStart) {
                return;
            } else if (stops.contains(next) || drawn.contains(next)) {
                lines.add(before + (drawn.contains(next) ? arrowBack() : arrow()) + next + suffix(remark));
                return;
            }
            drawn.add(next);
            String note = view.notes().getOrDefault(next, "");
            lines.add(before + next + suffix(remark) + suffix(note));
            next = drawBranches(graph.step(next), rest, stops);
            before = rest;
            remark = "";
        }
    }

    private static String suffix(String text) {
        return text.isEmpty() ? "" : "  " + text;
    }

    /** Draws what is beside the line below a step; the step where it ends, or null. */
    private @Nullable String drawBranches(GraphStep step, String prefix, Deque<String> stops) {
        if (!step.splits() && !step.chooses()) {
            return step.next().isEmpty() ? null : step.next().get(0);
        }
        String end = step.splits() ? step.matchingJoin() : meeting(step, stops);
        Deque<String> within = new ArrayDeque<>(stops);
        if (end != null) {
            within.push(end);
        }
        for (GraphView.Edge edge : GraphView.edges(step)) {
            draw(
                    edge.to(),
                    prefix + (isPlain ? "|- " : "\u251c\u2500 "),
                    prefix + (isPlain ? "|  " : "\u2502  "),
                    edge.condition(),
                    within);
        }
        return end;
    }

    /** Where the ways of a switch meet that do not lead back: the first step, in graph order, that all of them come to. */
    private @Nullable String meeting(GraphStep step, Deque<String> stops) {
        Set<String> common = null;
        for (String next : step.next()) {
            Set<String> reached = reached(next);
            if (reached.stream()
                    .anyMatch(each ->
                            stops.contains(each) || graph.step(each).next().isEmpty())) {
                if (common == null) {
                    common = new LinkedHashSet<>(reached);
                } else {
                    common.retainAll(reached);
                }
            }
        }
        if (common == null) {
            return null;
        }
        Predicate<GraphStep> isCommon = each -> stops.isEmpty() || !stops.contains(each.name());
        Set<String> candidates = common;
        return graph.steps().stream()
                .filter(each -> candidates.contains(each.name()) && !drawn.contains(each.name()))
                .filter(isCommon.or(each -> each.name().equals(stops.peek())))
                .map(GraphStep::name)
                .findFirst()
                .orElse(null);
    }

    private Set<String> reached(String from) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!drawn.contains(next) && reached.add(next)) {
                open.addAll(graph.step(next).next());
            }
        }
        return reached;
    }

    private String arrow() {
        return isPlain ? "-> " : "\u2192 ";
    }

    private String arrowBack() {
        return isPlain ? "<- " : "\u21ba ";
    }
}
