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
 * Everything that a {@link Schedule} needs to know about a flow, as data: its graph, and the policy of each step. It does not need the
 * class of the flow. Immutable.
 */
public final class FlowPlan {
    private final FlowGraph graph;
    private final FlowStructure structure;
    private final Map<String, GraphStep> steps = new HashMap<>();
    private final Map<String, StepPolicy> policies;

    /**
     * When the tasks of a step may start.
     *
     * @param retries how often a failed task is tried again, and how long it waits before that
     * @param maxParallel how many tasks of the step may run at once; 0 means no limit
     */
    public record StepPolicy(Retries retries, int maxParallel) {
        /** No retries, and no limit on parallel tasks. */
        public static final StepPolicy STANDARD = new StepPolicy(Retries.NONE, 0);
    }

    /**
     * The plan of a flow.
     *
     * @param graph its graph, which must be valid, as checked by the processor: splits and joins nest, and loops stay in their branch
     * @param policies the policies by step name; the default is {@link StepPolicy#STANDARD}
     */
    public FlowPlan(FlowGraph graph, Map<String, StepPolicy> policies) {
        this.graph = graph;
        this.structure = new FlowStructure(graph);
        this.policies = Map.copyOf(policies);
        graph.steps().forEach(step -> steps.put(step.name(), step));
    }

    /**
     * {@return the plan of a compiled flow}
     *
     * @param definition the definition that the processor generated
     */
    public static FlowPlan of(FlowDefinition<?> definition) {
        Map<String, StepPolicy> policies = new HashMap<>();
        for (StepDefinition step : definition.steps()) {
            policies.put(step.name(), new StepPolicy(step.retries(), step.maxParallel()));
        }
        return new FlowPlan(FlowGraph.of(definition), policies);
    }

    /** {@return the name of the flow} */
    public String flow() {
        return graph.flow();
    }

    /** {@return how the steps are connected} */
    public FlowStructure structure() {
        return structure;
    }

    /**
     * The step with this name.
     *
     * @param name the name of a step
     * @return the step as the graph has it
     * @throws IllegalArgumentException if there is no such step
     */
    public GraphStep step(String name) {
        GraphStep step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException(
                    "flow " + flow() + " has no step `" + name + "`. Report to a schedule only tasks of its own flow.");
        }
        return step;
    }

    /**
     * {@return the policy of a step}
     *
     * @param step the name of a step; of one that the flow does not have, the policy is the default
     */
    public StepPolicy policy(String step) {
        return policies.getOrDefault(step, StepPolicy.STANDARD);
    }
}
