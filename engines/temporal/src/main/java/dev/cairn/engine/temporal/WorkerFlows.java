package dev.cairn.engine.temporal;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.TreeMap;

/** The flows whose tasks a worker executes. Immutable, so that workflow code may use it. */
final class WorkerFlows {
    private final TreeMap<String, WorkerFlow<?>> flows = new TreeMap<>();

    WorkerFlows(List<? extends FlowDefinition<?>> definitions) {
        for (FlowDefinition<?> definition : definitions) {
            definition.requireCompatible();
            flows.put(definition.name(), WorkerFlow.of(definition));
        }
    }

    /**
     * A flow by its name.
     *
     * @throws RefusedTaskError if this worker does not have it
     */
    WorkerFlow<?> find(String name, String run) {
        WorkerFlow<?> flow = flows.get(name);
        if (flow == null) {
            throw new RefusedTaskError("a worker refused run " + name + "/" + run + ", because it has no flow `" + name
                    + "`: it has " + (flows.isEmpty() ? "none" : String.join(", ", flows.keySet()))
                    + ". Start a worker with the jar of the flow on this task queue, or stop this one.");
        }
        return flow;
    }

    /**
     * A flow whose schedule is that with which a run was started.
     *
     * @throws RefusedTaskError if this worker does not have it
     */
    WorkerFlow<?> find(Scope scope) {
        WorkerFlow<?> flow = find(scope.flow(), scope.run());
        if (!flow.digest().equals(scope.plan())) {
            throw new RefusedTaskError("a worker refused run " + scope.flow() + "/" + scope.run()
                    + ", because its version of the flow has other steps, transitions, retries or resources than the one that started the"
                    + " run. Start a worker with the version that started the run.");
        }
        return flow;
    }
}
