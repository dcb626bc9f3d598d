package dev.cairn.client;

import dev.cairn.CairnException;

/** A task was asked for that did not run, or did not finish. */
public final class NoSuchTaskException extends CairnException {
    private static final long serialVersionUID = 1;

    /** For a step of a run. */
    NoSuchTaskException(String step, String run) {
        super("step `" + step + "` has no finished task in run " + run
                + ". Where it may not have run, ask ran(..) before.");
    }
}
