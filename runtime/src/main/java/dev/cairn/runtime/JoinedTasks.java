package dev.cairn.runtime;

/**
 * What arrived at a join, for the generated {@code Inputs} classes: the tasks in item or branch order. Used by the thread of
 * the task only, apart from reading.
 */
public interface JoinedTasks {
    /** The number of branches. */
    int size();

    /** The last task of a branch. */
    TaskArtifacts get(int branch);

    /** Merges into {@code flow} what the branches agree on; see {@link Merge}. */
    <F> void mergeInto(F flow, Merge<?> selection);
}
