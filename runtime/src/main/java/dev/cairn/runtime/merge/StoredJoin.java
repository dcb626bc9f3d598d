package dev.cairn.runtime.merge;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.StoredVersion;
import dev.cairn.runtime.values.TaskSequence;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The inputs of a join that runs: stored tasks. Thread-safe for reading; merging is for the thread of the task. */
public final class StoredJoin implements JoinedTasks {
    private final RunArtifacts run;
    private final String join;
    private final Object flow;
    private final MergeTarget target;
    private final TaskRecord split;
    private final int size;
    private final IntFunction<TaskRecord> lastTasks;
    private final Consumer<String> log;
    private final TaskSequence sequence;
    private final ReentrantLock lock = new ReentrantLock(); // no monitor: who holds it may wait for the datastore
    private final Map<Integer, SoftReference<TaskRecord>> records = new HashMap<>(); // guarded by the lock

    /**
     * For engines.
     *
     * @param run the artifacts of the run
     * @param join the name of the step that runs
     * @param flow its flow instance
     * @param target the same, as a merge sees it
     * @param split the task that opened the branches
     * @param size the number of branches
     * @param lastTasks the last task of each branch
     * @param log takes lines for the log of the task
     */
    public StoredJoin(
            RunArtifacts run,
            String join,
            Object flow,
            MergeTarget target,
            TaskRecord split,
            int size,
            IntFunction<TaskRecord> lastTasks,
            Consumer<String> log) {
        this.run = run;
        this.join = join;
        this.flow = flow;
        this.target = target;
        this.split = split;
        this.size = size;
        this.lastTasks = lastTasks;
        this.log = log;
        this.sequence = new TaskSequence(run.loader().datastore().blobs(), size, this::record);
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Keeps records while memory lasts, but no values: whether a change that a step makes to an input's value is seen when the input
     * is asked for once more must not depend on what memory is left.
     */
    @Override
    public TaskArtifacts get(int branch) {
        return run.of(record(branch), new TaskSequence.Place(sequence, branch));
    }

    private TaskRecord record(int branch) {
        lock.lock();
        try {
            SoftReference<TaskRecord> reference = records.get(branch);
            TaskRecord known = reference == null ? null : reference.get();
            if (known == null) {
                known = lastTasks.apply(branch);
                records.put(branch, new SoftReference<>(known));
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <F> void mergeInto(F flow, Merge<?> selection) {
        if (flow != this.flow) {
            throw new IllegalArgumentException(
                    "mergeInto(..) must get the flow instance whose step runs: mergeInto(this)");
        }
        Map<String, ArtifactRef> refs = new LinkedHashMap<>();
        new Merging(run.definition(), join, selection, target::isSet, log)
                .merge(branches())
                .forEach((name, version) -> refs.put(name, ((StoredVersion) version).ref()));
        target.merge(refs);
    }

    /** With no branches, the task that opened them stands for all. */
    private Stream<Branch> branches() {
        return size == 0
                ? Stream.of(Branch.stored(run.loader(), split))
                : IntStream.range(0, size).mapToObj(branch -> Branch.stored(run.loader(), lastTasks.apply(branch)));
    }
}
