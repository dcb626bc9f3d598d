package dev.cairn.runtime;

import dev.cairn.CairnException;

/** The process in which a task ran ended before the task did. The message says how. */
public final class TaskProcessException extends CairnException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message how the process ended, and what may be the reason
     */
    public TaskProcessException(String message) {
        super(message);
    }

    /**
     * The step called {@code System.exit}.
     *
     * @param step the name of the step
     * @return the exception, to be thrown
     */
    public static TaskProcessException exit(String step) {
        return new TaskProcessException("step `" + step
                + "` called System.exit. End a step by returning from it, or by throwing an exception.");
    }
}
