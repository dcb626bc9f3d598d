package dev.cairn.runtime;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tasks that a test hands to a join. A merge sets all that the branches agree on. */
final class BuiltTasks implements JoinedTasks {
    private final FlowDefinition<?> definition;
    private final String join;
    private final List<TaskArtifacts> tasks;

    BuiltTasks(FlowDefinition<?> definition, String join, List<TaskArtifacts> tasks) {
        this.definition = definition;
        this.join = join;
        this.tasks = tasks;
    }

    @Override
    public int size() {
        return tasks.size();
    }

    @Override
    public TaskArtifacts get(int branch) {
        return tasks.get(branch);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <F> void mergeInto(F flow, Merge<?> selection) {
        merge((FlowDefinition<F>) definition, flow, selection);
    }

    private <F> void merge(FlowDefinition<F> flowDefinition, F flow, Merge<?> selection) {
        AssignedFields<F> assigned = new AssignedFields<>(
                flowDefinition, flowDefinition.step(join).access(), flow, flowDefinition.newFlow());
        Merge<?> effective = tasks.isEmpty() ? selection.optional() : selection;
        Map<String, Version> agreed = new Merging(definition, join, effective, assigned::contains).merge(branches());
        agreed.forEach(
                (name, version) -> flowDefinition.set(flow, flowDefinition.artifactIndex(name), version.value()));
    }

    private Stream<Branch> branches() {
        return IntStream.range(0, tasks.size())
                .mapToObj(branch -> Branch.built(tasks.get(branch).step() + "[" + branch + "]", tasks.get(branch)));
    }
}
