package dev.cairn.engine.temporal;

import dev.cairn.datastore.Address;
import dev.cairn.engine.FlowPlan;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker knows of a flow before it has seen a run of it. Immutable.
 *
 * @param definition the flow
 * @param plan its plan
 * @param queues which task queue the tasks of a step go to
 * @param digest a text that is equal for two versions of the flow only if their schedules do the same
 * @param widths the number of tasks that may run at once within the foreach that a step opens, by step, where some step within has a bound
 */
record WorkerFlow<F>(
        FlowDefinition<F> definition,
        FlowPlan plan,
        ResourceQueues queues,
        String digest,
        Map<String, Integer> widths) {
    static <F> WorkerFlow<F> of(FlowDefinition<F> definition) {
        FlowPlan plan = FlowPlan.of(definition);
        FlowGraph graph = FlowGraph.of(definition);
        ResourceQueues queues = new ResourceQueues(definition);
        return new WorkerFlow<>(
                definition, plan, queues, digest(graph, plan, queues), widths(definition.steps(), plan));
    }

    /** How many tasks may run at once within the foreach that a task of {@code step} opened; 0 for no limit. */
    int width(String step) {
        return widths.getOrDefault(step, 0);
    }

    private static Map<String, Integer> widths(List<StepDefinition> steps, FlowPlan plan) {
        Map<String, Integer> widths = new HashMap<>();
        for (StepDefinition step : steps) {
            if (step.maxParallel() > 0) {
                for (GraphStep around : plan.structure().foreachesAround(step.name())) {
                    widths.merge(around.name(), step.maxParallel(), Math::min);
                }
            }
        }
        return Map.copyOf(widths);
    }

    private static String digest(FlowGraph graph, FlowPlan plan, ResourceQueues queues) {
        StringBuilder text = new StringBuilder(graph.flow());
        for (GraphStep step : graph.steps()) {
            FlowPlan.StepPolicy policy = plan.policy(step.name());
            text.append('\n')
                    .append(step.name())
                    .append(queues.suffix(step.name()))
                    .append(step.joins() ? " joins " : " ")
                    .append(step.next());
            text.append(' ').append(step.fansOut()).append(' ').append(step.chooses());
            text.append(' ').append(step.matchingJoin()).append(' ').append(policy.maxParallel());
            text.append(' ')
                    .append(policy.retries().times())
                    .append(' ')
                    .append(policy.retries().delay());
            text.append(' ')
                    .append(policy.retries().backoff())
                    .append(' ')
                    .append(policy.retries().maxDelay());
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Address.ofContent(bytes).toString().substring(0, 32);
    }
}
