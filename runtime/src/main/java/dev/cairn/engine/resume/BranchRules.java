package dev.cairn.engine.resume;

import dev.cairn.runtime.definition.Access.Place;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which branches of foreaches can be reused although the foreach is opened again, by the steps in them. Immutable. */
final class BranchRules {
    private final FlowDefinition<?> definition;
    private final FlowStructure structure;
    private final StepRules rules;
    private final Set<String> asked;

    /**
     * For one flow.
     *
     * @param from the step that was asked to run again, with all that follows it; null if none was
     */
    BranchRules(FlowDefinition<?> definition, FlowStructure structure, StepRules rules, @Nullable String from) {
        this.definition = definition;
        this.structure = structure;
        this.rules = rules;
        this.asked = from == null ? Set.of() : andAllThatFollow(definition, from);
    }

    private static Set<String> andAllThatFollow(FlowDefinition<?> definition, String from) {
        Set<String> steps = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(steps);
        while (!open.isEmpty()) {
            definition.step(open.remove()).transition().targets().stream()
                    .filter(steps::add)
                    .forEach(open::add);
        }
        return steps;
    }

    /** Whether a branch of the foreach of a step may have tasks that can be reused. */
    boolean mayReuseBranchesOf(String opener) {
        String first = firstOfBranchesOf(opener);
        return !asked.contains(first) && rules.of(first).isEmpty();
    }

    /** Whether tasks of a step may be reused where the foreach around them is opened again. */
    boolean mayReuse(String step) {
        return !asked.contains(step) && rules.of(step).isEmpty();
    }

    /** The step with which the branches of the foreach of a step begin. */
    String firstOfBranchesOf(String opener) {
        return ((Transition.Foreach) definition.step(opener).transition()).next();
    }

    /** The steps in the branches of the foreach of a step, in the order of the flow. */
    List<String> branchesOf(String opener) {
        return definition.steps().stream()
                .map(StepDefinition::name)
                .filter(step -> isIn(opener, step))
                .toList();
    }

    private boolean isIn(String opener, String step) {
        return structure.foreachesAround(step).stream()
                .anyMatch(around -> around.name().equals(opener));
    }

    /** Whether a branch of the foreach of a step may open another one. */
    boolean opensFurther(String opener) {
        return branchesOf(opener).stream()
                .anyMatch(step -> definition.step(step).transition() instanceof Transition.Foreach);
    }

    /** What the steps in the branches of the foreach of a step can tell of where they are, the most of it. */
    Place placeReadInBranchesOf(String opener) {
        return branchesOf(opener).stream()
                .map(step -> definition.step(step).access().place())
                .max(Comparator.naturalOrder())
                .orElse(Place.UNREAD);
    }
}
