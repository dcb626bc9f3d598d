package dev.cairn.runtime;

/**
 * Inputs that a join can merge. Generated code extends this class, once per join.
 *
 * @param <F> the flow class
 * @param <N> the generated enum of the flow's artifacts
 * @param <V> the view of the step that leads in
 */
public abstract class MergeableInputs<F, N extends Enum<N>, V> extends Inputs<V> {
    /** For generated code. */
    protected MergeableInputs(JoinedTasks tasks) {
        super(tasks);
    }

    /**
     * Passes on to the join what the branches agree on.
     *
     * @throws MergeConflictException if they do not agree; nothing is merged then
     */
    public final void mergeInto(F flow) {
        mergeInto(flow, Merge.all());
    }

    /**
     * Passes on to the join those selected artifacts on which the branches agree.
     *
     * @throws MergeConflictException if they do not agree; nothing is merged then
     */
    public final void mergeInto(F flow, Merge<N> selection) {
        tasks().mergeInto(flow, selection);
    }
}
