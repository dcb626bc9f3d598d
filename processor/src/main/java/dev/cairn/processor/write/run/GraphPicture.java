package dev.cairn.processor.write.run;

import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.write.context.StepOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the graph of a flow as text. In one line where it fits:
 *
 * <pre>
 * start -&gt; (left -&gt; more | right) -&gt; join -&gt; foreach items (work) -&gt; collect -&gt; end
 * </pre>
 *
 * else with a line for each run of steps, and what is between a split and its join indented:
 *
 * <pre>
 * start
 *   | left -&gt; more
 *   | right
 * join
 *   * work (foreach items)
 * collect -&gt; end
 * </pre>
 *
 * A flow with switches is not made of splits and joins alone: it is given as the ways out of each step, of which all are taken
 * if they stand in parentheses, else one.
 *
 * <pre>
 * start -&gt; (left | right)
 * left -&gt; left | join
 * right -&gt; join
 * join
 * </pre>
 */
final class GraphPicture {
    private static final int WIDTH = 100;
    private static final int STEPS_OF_ONE_LINE = 16;
    private static final int DEEPEST = 20;
    private static final String ARROW = " -> ";

    private final StepOrder order;
    private final List<String> lines = new ArrayList<>();

    private GraphPicture(StepOrder order) {
        this.order = order;
    }

    /** The picture of a sound flow, without a line end after the last line. */
    static String of(StepOrder order) {
        return String.join("\n", new GraphPicture(order).draw());
    }

    private List<String> draw() {
        List<StepModel> steps = order.steps();
        if (steps.stream().anyMatch(step -> step.transition() instanceof TransitionModel.Switch)) {
            steps.forEach(step -> lines.add(waysOut(step)));
            return lines;
        }
        String start = steps.get(0).name();
        if (steps.size() <= STEPS_OF_ONE_LINE) {
            String line = inline(start, "");
            if (line.length() <= WIDTH) {
                return List.of(line);
            }
        }
        block(start, "", 0, "", "");
        return lines;
    }

    private static String waysOut(StepModel step) {
        TransitionModel transition = step.transition();
        if (transition instanceof TransitionModel.End) {
            return step.name();
        }
        String targets = StepOrder.targets(step).distinct().collect(Collectors.joining(" | "));
        boolean all = transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach;
        return step.name() + ARROW + foreach(transition, "foreach ", " ") + (all ? "(" + targets + ")" : targets);
    }

    /** The steps from {@code first} up to, not including, {@code join}. */
    private String inline(String first, String join) {
        List<String> parts = new ArrayList<>();
        for (String name = first; !name.equals(join); name = next(order.step(name))) {
            parts.add(name);
            TransitionModel transition = order.step(name).transition();
            if (transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach) {
                String closing = order.joinOf(name);
                String inside = StepOrder.targets(order.step(name))
                        .map(target -> inline(target, closing))
                        .collect(Collectors.joining(" | ", "(", ")"));
                parts.add(foreach(transition, "foreach ", " ") + inside);
            }
        }
        return String.join(ARROW, parts);
    }

    private void block(String first, String join, int depth, String mark, String note) {
        String margin = "  ".repeat(Math.min(depth, DEEPEST));
        String bullet = mark;
        List<String> run = new ArrayList<>();
        for (String name = first; !name.equals(join); name = next(order.step(name))) {
            run.add(name);
            StepModel step = order.step(name);
            TransitionModel transition = step.transition();
            if (transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach) {
                write(run, margin, bullet, bullet.equals(mark) ? note : "");
                bullet = " ".repeat(mark.length());
                String closing = order.joinOf(name);
                String inner = transition instanceof TransitionModel.Split ? "| " : "* ";
                StepOrder.targets(step)
                        .forEach(target ->
                                block(target, closing, depth + 1, inner, foreach(transition, " (foreach ", ")")));
            }
        }
        if (!run.isEmpty()) {
            write(run, margin, bullet, bullet.equals(mark) ? note : "");
        }
    }

    /** The step that a run of steps goes on with: what follows, or the join of what is opened; empty at the end. */
    private String next(StepModel step) {
        TransitionModel transition = step.transition();
        if (transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach) {
            return order.joinOf(step.name());
        }
        return StepOrder.targets(step).findFirst().orElse("");
    }

    private static String foreach(TransitionModel transition, String before, String after) {
        return transition instanceof TransitionModel.Foreach foreach ? before + foreach.artifact() + after : "";
    }

    private void write(List<String> run, String margin, String bullet, String note) {
        StringBuilder line = new StringBuilder(margin + bullet);
        for (int i = 0; i < run.size(); i++) {
            String part = (i == 0 ? "" : ARROW) + run.get(i);
            if (line.length() + part.length() > WIDTH && i > 0) {
                lines.add(line.toString());
                line = new StringBuilder(margin + " ".repeat(bullet.length()) + "  ");
                part = part.substring(1);
            }
            line.append(part);
        }
        lines.add(line + note);
        run.clear();
    }
}
