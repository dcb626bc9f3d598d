package dev.cairn.processor.graph;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** The steps of a flow by number, in the order of the source, and the edges between them. Not changed once it is built. */
final class StepGraph {
    private final List<StepModel> steps;
    private final List<List<Edge>> outgoing = new ArrayList<>();
    private final List<List<Edge>> incoming = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final IntConsumer looks;
    private boolean complete = true;

    /**
     * Leaves out edges to steps that do not exist, the second of two branches of the same name, and all but the first of the paths
     * of a foreach; of several steps of one name it takes the first.
     */
    StepGraph(FlowModel flow) {
        this(flow, Optional.empty(), edges -> {});
    }

    /**
     * A graph for which not all counts.
     *
     * @param closed a step that is taken to lead nowhere
     * @param looks is told how many edges are shown, each time that those of a step are
     */
    StepGraph(FlowModel flow, Optional<StepModel> closed, IntConsumer looks) {
        this.looks = looks;
        steps = flow.steps();
        for (int number = 0; number < steps.size(); number++) {
            complete &= numbers.putIfAbsent(steps.get(number).name(), number) == null;
            outgoing.add(new ArrayList<>());
            incoming.add(new ArrayList<>());
        }
        for (int number = 0; number < steps.size(); number++) {
            if (closed.filter(steps.get(number)::equals).isEmpty()) {
                addEdges(number);
            } else {
                complete = false;
            }
        }
    }

    private void addEdges(int from) {
        List<Target> targets = step(from).transition().targets();
        complete &= !targets.isEmpty() || step(from).transition() instanceof TransitionModel.End;
        Set<Integer> branches = new HashSet<>();
        for (int branch = 0; branch < targets.size(); branch++) {
            Integer to = numbers.get(targets.get(branch).step());
            boolean another = to != null && branches.add(to);
            boolean mistake = fansOut(from) ? branch > 0 : splits(from) && !another;
            if (to == null || mistake) {
                complete = false;
            } else {
                Edge edge = new Edge(from, to, branch, targets.get(branch));
                outgoing.get(from).add(edge);
                incoming.get(to).add(edge);
            }
        }
    }

    int size() {
        return steps.size();
    }

    StepModel step(int number) {
        return steps.get(number);
    }

    String name(int number) {
        return step(number).name();
    }

    /** The number of a step of the flow. */
    int number(StepModel step) {
        Integer number = numbers.get(step.name());
        if (number == null) {
            throw new IllegalArgumentException("no step of this flow: " + step.name());
        }
        return number;
    }

    /** The edges out of a step, in the order of its annotation. */
    List<Edge> outgoing(int number) {
        return shown(outgoing.get(number));
    }

    /** The edges into a step, in the order of the source. */
    List<Edge> incoming(int number) {
        return shown(incoming.get(number));
    }

    private List<Edge> shown(List<Edge> edges) {
        looks.accept(edges.size());
        return edges;
    }

    /** Whether the graph has all that the source says: no name is unknown, and none is meant twice. */
    boolean complete() {
        return complete;
    }

    boolean switches(int number) {
        return step(number).transition() instanceof TransitionModel.Switch;
    }

    boolean fansOut(int number) {
        return step(number).transition() instanceof TransitionModel.Foreach;
    }

    /** Whether the step opens branches that a join has to close. */
    boolean splits(int number) {
        return fansOut(number) || step(number).transition() instanceof TransitionModel.Split;
    }
}
