package dev.cairn.maintenance;

import dev.cairn.CairnException;
import dev.cairn.datastore.RunRecord;

/** A run cannot be deleted because its process is alive. */
public final class RunIsAliveException extends CairnException {
    private static final long serialVersionUID = 1;

    RunIsAliveException(RunRecord run) {
        super("run " + run.flow() + "/" + run.id()
                + " is still running, so it cannot be deleted. Stop its process, or wait until the run has ended.");
    }
}
