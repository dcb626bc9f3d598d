package dev.cairn.maintenance;

import dev.cairn.CairnException;
import dev.cairn.datastore.RunAttributes;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunRecord;

/** A run cannot be deleted because it is alive, or because nobody can say whether it is. */
public final class RunIsAliveException extends CairnException {
    private static final long serialVersionUID = 1;

    RunIsAliveException(RunRecord run, RunLife life) {
        super(
                life == RunLife.UNKNOWN
                        ? "whether run " + run.flow() + "/" + run.id()
                                + " is still running is not known, so it cannot be deleted: its engine "
                                + RunAttributes.engine(run).orElse("") + " cannot be asked. Try again when it responds."
                        : "run " + run.flow() + "/" + run.id()
                                + " is still running, so it cannot be deleted. Stop its process, or wait until the run has ended.");
    }
}
