package dev.cairn.engine;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.HashMap;
import java.util.Map;

/**
 * All that a {@link Schedule} has to know of a flow, as data: its graph, and what each step may do. Nothing of it needs the flow's
 * class. Immutable.
 */
public final class FlowPlan {
    private final FlowGraph graph;
    private final FlowStructure structure;
    private final Map<String, GraphStep> steps = new HashMap<>();
    private final Map<String, StepPolicy> policies;

    /**
     * How the tasks of a step may start.
     *
     * @param retries how often one is tried again, and how long it waits before
     * @param maxParallel how many of them may run at once; 0 if there is no bound
     */
    public record StepPolicy(Retries retries, int maxParallel) {
        /** Each task is tried once, and all may run at once. */
        public static final StepPolicy STANDARD = new StepPolicy(Retries.NONE, 0);
    }

    /**
     * The plan of a flow.
     *
     * @param graph its graph, as the processor checked it: splits and joins nest, and loops stay in their branch
     * @param policies by the name of the step; those of others are {@link StepPolicy#STANDARD}
     */
    public FlowPlan(FlowGraph graph, Map<String, StepPolicy> policies) {
        this.graph = graph;
        this.structure = new FlowStructure(graph);
        this.policies = Map.copyOf(policies);
        graph.steps().forEach(step -> steps.put(step.name(), step));
    }

    /** The plan of a compiled flow. */
    public static FlowPlan of(FlowDefinition<?> definition) {
        Map<String, StepPolicy> policies = new HashMap<>();
        for (StepDefinition step : definition.steps()) {
            policies.put(step.name(), new StepPolicy(step.retries(), step.maxParallel()));
        }
        return new FlowPlan(FlowGraph.of(definition), policies);
    }

    /** The name of the flow. */
    public String flow() {
        return graph.flow();
    }

    /** How the steps hang together. */
    public FlowStructure structure() {
        return structure;
    }

    /**
     * The step of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public GraphStep step(String name) {
        GraphStep step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException(
                    "flow " + flow() + " has no step `" + name + "`. Report to a schedule only tasks of its own flow.");
        }
        return step;
    }

    /** How the tasks of a step may start. */
    public StepPolicy policy(String step) {
        return policies.getOrDefault(step, StepPolicy.STANDARD);
    }
}
