package dev.cairn.client;

import dev.cairn.CairnException;

/** A requested task did not run, or has not finished. */
public final class NoSuchTaskException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For a step of a run. */
    NoSuchTaskException(String step, String run) {
        super("step `" + step + "` has no finished task in run " + run
                + ". If it may not have run, check ran(..) first.");
    }
}
