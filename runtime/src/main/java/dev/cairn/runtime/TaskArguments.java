package dev.cairn.runtime;

/** The arguments of one call of a step method. For generated code. Only the thread of the task uses it. */
public interface TaskArguments {
    /** {@return the context of the task} */
    TaskContext context();

    /**
     * The current element of a foreach. Each task has its own instance.
     *
     * @param <T> the type of the step's parameter
     * @param artifact the artifact of a foreach around the step
     * @return the element, an instance for this task alone
     */
    <T> T item(String artifact);

    /**
     * The position, from 0, of the current element of a foreach.
     *
     * @param artifact the artifact of a foreach around the step
     * @return the position
     */
    int index(String artifact);

    /** {@return the tasks that arrived at a join, in item or branch order} */
    JoinedTasks inputs();
}
