package dev.cairn.runtime;

import dev.cairn.CairnException;

/** A run was interrupted. The tasks that finished before are stored. */
public final class RunInterruptedException extends CairnException {
    private static final long serialVersionUID = 1;

    /** The id of the run. */
    private final String runId;

    /**
     * For a run.
     *
     * @param flow the name of the flow
     * @param runId the id of the run
     */
    public RunInterruptedException(String flow, String runId) {
        super("run " + flow + "/" + runId + " was interrupted");
        this.runId = runId;
    }

    /** {@return the id of the run} */
    public String runId() {
        return runId;
    }
}
