package dev.cairn.engine;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.internal.Suggestions;
import java.util.List;

/** Makes sure that a limit on iterations belongs to a step that can have one. */
final class IterationLimits {
    private IterationLimits() {}

    /** @throws IllegalArgumentException if it does not */
    static void require(FlowDefinition<?> flow, String step, int most) {
        List<String> switches = flow.steps().stream()
                .filter(each -> each.transition() instanceof Transition.Switch)
                .map(StepDefinition::name)
                .toList();
        boolean known = flow.steps().stream().anyMatch(each -> each.name().equals(step));
        if (!known) {
            throw new IllegalArgumentException(
                    "flow " + flow.name() + " has no step `" + step + "`." + Suggestions.didYouMean(step, switches));
        } else if (!switches.contains(step)) {
            throw new IllegalArgumentException("step `" + step + "` of flow " + flow.name()
                    + " has no switch, so it has no limit of iterations. "
                    + (switches.isEmpty()
                            ? "No step of the flow has one."
                            : "Steps with a switch: " + String.join(", ", switches) + "."));
        } else if (most < 1) {
            throw new IllegalArgumentException(
                    "maxIterations of step `" + step + "` must be at least 1, but is " + most);
        }
    }
}
