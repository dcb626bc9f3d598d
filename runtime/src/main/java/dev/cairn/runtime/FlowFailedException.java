package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.internal.FailureText;

/** A run failed. The cause is what the first failed task threw, without the stack frames of Cairn. */
public final class FlowFailedException extends CairnException {
    private static final long serialVersionUID = 1;

    /** The id of the run. */
    private final String runId;

    /** The path of the task that failed first. */
    private final String taskPath;

    /** How many other tasks failed. */
    private final int otherFailures;

    /**
     * For a failed run.
     *
     * @param runId the id of the run
     * @param taskPath the path of the task that failed first, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3}
     * @param cause what it threw
     */
    public FlowFailedException(String runId, String taskPath, Throwable cause) {
        this(runId, taskPath, cause, FailureText.line(cause));
    }

    /**
     * For a failed run whose message says of the cause only what may be seen.
     *
     * @param runId the id of the run
     * @param taskPath the path of the task that failed first
     * @param cause what it threw
     * @param reason its class and message, without the secrets of the run
     */
    public FlowFailedException(String runId, String taskPath, Throwable cause, String reason) {
        this(runId, taskPath, cause, reason, 0);
    }

    /**
     * For a failed run that kept going after its first failure.
     *
     * @param runId the id of the run
     * @param taskPath the path of the task that failed first
     * @param cause what it threw
     * @param reason its class and message, without the secrets of the run
     * @param otherFailures how many other tasks failed
     */
    public FlowFailedException(String runId, String taskPath, Throwable cause, String reason, int otherFailures) {
        super("task " + taskPath + " failed: " + reason + others(otherFailures), cause);
        this.runId = runId;
        this.taskPath = taskPath;
        this.otherFailures = otherFailures;
    }

    private static String others(int number) {
        return switch (number) {
            case 0 -> "";
            case 1 -> "; 1 other task failed";
            default -> "; " + number + " other tasks failed";
        };
    }

    /** {@return the id of the run} */
    public String runId() {
        return runId;
    }

    /** {@return the path of the task that failed first} */
    public String taskPath() {
        return taskPath;
    }

    /** {@return how many other tasks failed}. More than 0 only in a run that kept going after its first failure. */
    public int otherFailures() {
        return otherFailures;
    }
}
