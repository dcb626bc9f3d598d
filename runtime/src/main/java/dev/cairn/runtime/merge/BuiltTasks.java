package dev.cairn.runtime.merge;

import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.JoinedArtifacts;
import dev.cairn.runtime.values.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The tasks that a test hands to a join. They behave as in a run, except that a merge sets all that the branches agree on, for the
 * test to look at. Used by one thread.
 */
public final class BuiltTasks implements JoinedTasks {
    private final FlowDefinition<?> definition;
    private final String join;
    private final List<JoinedArtifacts> tasks;
    private final Set<String> merged = new HashSet<>();
    private @Nullable Object mergedInto;

    public BuiltTasks(FlowDefinition<?> definition, String join, List<JoinedArtifacts> tasks) {
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
        return tasks.get(branch).afresh();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <F> void mergeInto(F flow, Merge<?> selection) {
        if (mergedInto != flow) {
            mergedInto = flow;
            merged.clear();
        }
        merge((FlowDefinition<F>) definition, flow, selection);
    }

    private <F> void merge(FlowDefinition<F> flowDefinition, F flow, Merge<?> selection) {
        AssignedFields<F> assigned =
                new AssignedFields<>(flowDefinition, flowDefinition.step(join).access(), flow);
        Map<String, Version> agreed = new Merging(
                        definition,
                        join,
                        tasks.isEmpty() ? selection.optional() : selection,
                        artifact -> merged.contains(artifact.name()) || assigned.contains(artifact),
                        LoggerFactory.getLogger(BuiltTasks.class)::info)
                .merge(branches());
        agreed.forEach(
                (name, version) -> flowDefinition.set(flow, flowDefinition.artifactIndex(name), version.value()));
        merged.addAll(agreed.keySet());
    }

    private Stream<Branch> branches() {
        return IntStream.range(0, tasks.size())
                .mapToObj(branch -> Branch.built(tasks.get(branch).step() + "/" + branch, tasks.get(branch)));
    }
}
