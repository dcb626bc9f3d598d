package dev.cairn.processor.write.run;

import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.write.context.StepOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the graph of a flow as text. Of a small one in a line:
 *
 * <pre>
 * start -&gt; (left -&gt; more | right) -&gt; join -&gt; foreach items (work) -&gt; collect -&gt; end
 * </pre>
 *
 * otherwise, and where switches make it more than splits and joins, step by step: what is in parentheses is all taken, and of
 * anything else one.
 *
 * <pre>
 * start -&gt; (left | right)
 * left -&gt; left | join
 * right -&gt; join
 * join
 * </pre>
 */
final class GraphPicture {
    private static final int STEPS_OF_ONE_LINE = 8;
    private static final String ARROW = " -> ";

    private final StepOrder order;

    private GraphPicture(StepOrder order) {
        this.order = order;
    }

    /** The picture of a sound flow, without a line end after the last line. */
    static String of(StepOrder order) {
        List<StepModel> steps = order.steps();
        boolean isSmall = steps.size() <= STEPS_OF_ONE_LINE
                && steps.stream().noneMatch(step -> step.transition() instanceof TransitionModel.Switch);
        return isSmall
                ? new GraphPicture(order).from(steps.get(0).name(), "")
                : steps.stream().map(GraphPicture::line).collect(Collectors.joining("\n"));
    }

    private static String line(StepModel step) {
        TransitionModel transition = step.transition();
        if (transition instanceof TransitionModel.End) {
            return step.name();
        }
        String targets = StepOrder.targets(step).distinct().collect(Collectors.joining(" | "));
        return step.name() + ARROW + (opensBranches(transition) ? foreach(transition) + "(" + targets + ")" : targets);
    }

    /** The steps from {@code first} up to, not including, {@code join}. */
    private String from(String first, String join) {
        List<String> parts = new ArrayList<>();
        for (String name = first; !name.equals(join); name = next(order.step(name))) {
            parts.add(name);
            TransitionModel transition = order.step(name).transition();
            if (opensBranches(transition)) {
                String closing = order.joinOf(name);
                String inside = StepOrder.targets(order.step(name))
                        .map(target -> from(target, closing))
                        .collect(Collectors.joining(" | ", "(", ")"));
                parts.add(foreach(transition) + inside);
            }
        }
        return String.join(ARROW, parts);
    }

    /** What follows a step, or the join of what it opens; empty at the end. */
    private String next(StepModel step) {
        return opensBranches(step.transition())
                ? order.joinOf(step.name())
                : StepOrder.targets(step).findFirst().orElse("");
    }

    private static boolean opensBranches(TransitionModel transition) {
        return transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach;
    }

    private static String foreach(TransitionModel transition) {
        return transition instanceof TransitionModel.Foreach foreach ? "foreach " + foreach.artifact() + " " : "";
    }
}
