package dev.cairn.runtime;

/**
 * Inputs that a join can merge. Generated code extends this class, once per join.
 *
 * @param <F> the flow class
 * @param <N> the generated enum of the flow's artifacts
 * @param <V> the view of the step that leads in
 */
public abstract class MergeableInputs<F, N extends Enum<N>, V> extends Inputs<V> {
    /**
     * For generated code.
     *
     * @param tasks the tasks that arrived
     */
    protected MergeableInputs(JoinedTasks tasks) {
        super(tasks);
    }

    /**
     * Passes on to the join all artifacts of the branches. Artifacts that the step has set before are kept.
     *
     * @param flow the flow instance whose step runs: {@code this}
     * @throws MergeConflictException if the branches do not agree; then nothing is merged
     */
    public final void mergeInto(F flow) {
        mergeInto(flow, Merge.all());
    }

    /**
     * Passes on to the join the selected artifacts of the branches. Artifacts that the step has set before are kept.
     *
     * @param flow the flow instance whose step runs: {@code this}
     * @param selection the artifacts to merge: {@link Merge#only} or {@link Merge#except}
     * @throws MergeConflictException if the branches do not agree; then nothing is merged
     */
    public final void mergeInto(F flow, Merge<N> selection) {
        tasks().mergeInto(flow, selection);
    }
}
