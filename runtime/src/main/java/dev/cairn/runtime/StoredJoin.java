package dev.cairn.runtime;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a join that runs: stored tasks. It remembers what was merged, so that the engine can pass it on by reference.
 * Thread-safe for reading; merging is for the thread of the task.
 *
 * @param <F> the flow class
 */
public final class StoredJoin<F> implements JoinedTasks {
    private final FlowDefinition<F> definition;
    private final RunArtifacts run;
    private final StepDefinition join;
    private final F flow;
    private final Supplier<? extends F> freshFlow;
    private final TaskRecord split;
    private final int size;
    private final IntFunction<TaskRecord> lastTasks;
    private final Map<Integer, SoftReference<TaskArtifacts>> artifacts = new HashMap<>();
    private final Map<String, ArtifactRef> merged = new LinkedHashMap<>();

    /**
     * For engines.
     *
     * @param definition the flow
     * @param run the artifacts of the run
     * @param join the step that runs
     * @param flow its flow instance
     * @param freshFlow makes a flow instance to compare with
     * @param split the task that opened the branches
     * @param size the number of branches
     * @param lastTasks the last task of each branch
     */
    public StoredJoin(
            FlowDefinition<F> definition,
            RunArtifacts run,
            StepDefinition join,
            F flow,
            Supplier<? extends F> freshFlow,
            TaskRecord split,
            int size,
            IntFunction<TaskRecord> lastTasks) {
        this.definition = definition;
        this.run = run;
        this.join = join;
        this.flow = flow;
        this.freshFlow = freshFlow;
        this.split = split;
        this.size = size;
        this.lastTasks = lastTasks;
    }

    @Override
    public int size() {
        return size;
    }

    /** Keeps what it made while memory lasts, so that a value which is asked for twice is decoded once. */
    @Override
    public synchronized TaskArtifacts get(int branch) {
        SoftReference<TaskArtifacts> reference = artifacts.get(branch);
        TaskArtifacts known = reference == null ? null : reference.get();
        if (known == null) {
            known = run.of(lastTasks.apply(branch));
            artifacts.put(branch, new SoftReference<>(known));
        }
        return known;
    }

    @Override
    public <T> void mergeInto(T target, Merge<?> selection) {
        if (target != flow) {
            throw new IllegalArgumentException(
                    "mergeInto(..) takes the flow instance whose step runs: mergeInto(this)");
        }
        AssignedFields<F> assigned = new AssignedFields<>(definition, join.access(), flow, freshFlow.get());
        Map<String, Version> agreed = new Merging(
                        definition,
                        join.name(),
                        selection,
                        artifact -> merged.containsKey(artifact.name()) || assigned.contains(artifact))
                .merge(branches());
        set(agreed);
    }

    /** What was merged so far. */
    public Map<String, ArtifactRef> merged() {
        return Collections.unmodifiableMap(merged);
    }

    /** Decodes all before it sets any, so that a value that cannot be read leaves the flow as it was. */
    private void set(Map<String, Version> agreed) {
        Map<Integer, @Nullable Object> values = new LinkedHashMap<>();
        agreed.forEach((name, version) -> {
            if (join.access().mayRead(name) || join.access().assigns(name)) {
                values.put(definition.artifactIndex(name), version.value());
            }
        });
        values.forEach((artifact, value) -> definition.set(flow, artifact, value));
        agreed.forEach((name, version) -> merged.put(name, ((StoredVersion) version).ref()));
    }

    /** With no branches, the task that opened them stands for all. */
    private Stream<Branch> branches() {
        return size == 0
                ? Stream.of(Branch.stored(run.loader(), split))
                : IntStream.range(0, size).mapToObj(branch -> Branch.stored(run.loader(), lastTasks.apply(branch)));
    }
}
