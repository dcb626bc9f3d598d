package dev.cairn.runtime;

/** The arguments of one call of a step method, for generated code. Used by the thread of the task only. */
public interface TaskArguments {
    /** The surroundings of the task. */
    TaskContext context();

    /**
     * The current element of a foreach, in an instance of this task's own.
     *
     * @param artifact the artifact of a foreach around the step
     */
    <T> T item(String artifact);

    /**
     * The position, from 0, of the current element of a foreach.
     *
     * @param artifact the artifact of a foreach around the step
     */
    int index(String artifact);

    /** What arrived at a join, in item or branch order. */
    JoinedTasks inputs();
}
