package dev.cairn.runtime;

import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.merge.BuiltTasks;
import dev.cairn.runtime.values.JoinedArtifacts;
import java.util.List;

/**
 * What arrived at a join, for the generated {@code Inputs} classes: the tasks in item or branch order. Used by the thread of
 * the task only, apart from reading.
 */
public interface JoinedTasks {
    /**
     * Tasks built by hand, or taken from a run, for tests of a join.
     *
     * @param definition the flow
     * @param join the name of the join
     * @param views the last task of each branch, in item or branch order
     */
    static JoinedTasks built(FlowDefinition<?> definition, String join, List<? extends TaskView<?>> views) {
        return new BuiltTasks(
                definition,
                join,
                views.stream()
                        .map(view -> JoinedArtifacts.of(TaskView.artifactsOf(view)))
                        .toList());
    }

    /** The number of branches. */
    int size();

    /** The last task of a branch, read again: it has its own values, which it keeps. */
    TaskArtifacts get(int branch);

    /** Merges into {@code flow} what the branches agree on; see {@link Merge}. */
    <F> void mergeInto(F flow, Merge<?> selection);
}
