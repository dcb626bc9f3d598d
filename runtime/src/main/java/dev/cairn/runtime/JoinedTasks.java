package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.merge.BuiltTasks;
import dev.cairn.runtime.values.JoinedArtifacts;
import java.util.List;

/**
 * The tasks that arrived at a join, in item or branch order. For the generated {@code Inputs} classes. Any thread may read; only the
 * thread of the task may merge.
 */
public interface JoinedTasks {
    /**
     * Tasks that were built by hand, or come from a run. For tests of a join.
     *
     * @param definition the flow
     * @param join the name of the join step
     * @param views the last task of each branch, in item or branch order
     * @return the tasks, which give copies of the values of the views
     */
    static JoinedTasks built(FlowDefinition<?> definition, String join, List<? extends TaskView<?>> views) {
        return new BuiltTasks(
                definition,
                join,
                views.stream()
                        .map(view -> JoinedArtifacts.of(TaskView.artifactsOf(view)))
                        .toList());
    }

    /**
     * Tasks that were built by hand, or come from a run, as {@link #built(FlowDefinition, String, List)}.
     *
     * @param definition the flow
     * @param join the name of the join step
     * @param views the last task of each branch, in item or branch order
     * @return the tasks, which give copies of the values of the views
     */
    static JoinedTasks built(FlowDefinition<?> definition, String join, TaskView<?>... views) {
        return built(definition, join, List.of(views));
    }

    /** {@return the number of branches} */
    int size();

    /**
     * The last task of a branch. Each call returns a new object with its own copies of the values, which it keeps.
     *
     * @param branch the number of the branch, from 0
     * @return its artifacts, of which nothing is loaded yet
     */
    TaskArtifacts get(int branch);

    /**
     * Merges the selected artifacts on which the branches agree into {@code flow}; see {@link Merge}.
     *
     * @param <F> the flow class
     * @param flow the instance whose fields are set
     * @param selection the artifacts to merge
     * @throws MergeConflictException if the branches do not agree; then nothing is merged
     */
    <F> void mergeInto(F flow, Merge<?> selection);
}
