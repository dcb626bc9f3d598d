package dev.cairn.processor.write.context;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.GraphModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps in the order in which they are numbered, and how they hang together. Where the graph is unknown because the
 * flow breaks rules, the order is that of the source, and whatever leads to a join counts as one branch. Immutable.
 */
public final class StepOrder {
    private final List<StepModel> steps;
    private final Map<String, StepModel> byName;
    private final Optional<GraphModel> graph;

    private StepOrder(List<StepModel> steps, Map<String, StepModel> byName, Optional<GraphModel> graph) {
        this.steps = steps;
        this.byName = byName;
        this.graph = graph;
    }

    /** The steps of a sound flow. */
    public static StepOrder of(FlowModel flow, GraphModel graph) {
        Map<String, StepModel> steps = byName(flow);
        return new StepOrder(graph.order().stream().map(steps::get).toList(), steps, Optional.of(graph));
    }

    /** The steps of a flow that breaks rules. */
    public static StepOrder ofBroken(FlowModel flow) {
        Map<String, StepModel> steps = byName(flow);
        return new StepOrder(List.copyOf(steps.values()), steps, Optional.empty());
    }

    /** Of steps of the same name, which are a mistake, the first. */
    private static Map<String, StepModel> byName(FlowModel flow) {
        Map<String, StepModel> steps = new LinkedHashMap<>();
        flow.steps().forEach(step -> steps.putIfAbsent(step.name(), step));
        return steps;
    }

    /** All steps. */
    public List<StepModel> steps() {
        return steps;
    }

    /** The artifacts of the foreaches around a step, outermost first. */
    public List<String> foreaches(String step) {
        return graph.map(known -> known.foreaches(step)).orElse(List.of()).stream()
                .map(opener -> ((TransitionModel.Foreach) step(opener).transition()).artifact())
                .toList();
    }

    /** Whether a path leads from a step back to it. */
    public boolean isInLoop(String step) {
        return graph.filter(known -> known.loopOf().containsKey(step)).isPresent();
    }

    /** The join that closes what a step opens. */
    public String joinOf(String step) {
        return Objects.requireNonNull(graph.orElseThrow().joinOf().get(step));
    }

    /** For each branch that a join closes, the steps from which it can come in. */
    public List<List<String>> arrivals(String join) {
        return graph.map(known -> known.arrivals().get(join)).orElseGet(() -> List.of(leadingTo(join)));
    }

    /** The steps that lead into a join, each once. */
    public List<String> arriving(String join) {
        return arrivals(join).stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether a join closes a static split, so that its branches have names. */
    public boolean closesSplit(String join) {
        return graph.map(known ->
                        step(Objects.requireNonNull(known.splitOf().get(join))).transition())
                .filter(TransitionModel.Split.class::isInstance)
                .isPresent();
    }

    private List<String> leadingTo(String join) {
        return steps.stream()
                .filter(step -> targets(step).anyMatch(join::equals))
                .map(StepModel::name)
                .distinct()
                .toList();
    }

    /** The steps that may follow a step. */
    public static Stream<String> targets(StepModel step) {
        return step.transition().targets().stream().map(TransitionModel.Target::step);
    }

    /** The step of this name. */
    public StepModel step(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
