package dev.cairn.maintenance;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunLife;
import dev.cairn.datastore.RunOwners;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;

/** Deletes runs that have ended. The values that nothing else refers to stay until the next {@link GarbageCollection}. */
public final class RunDeletion {
    private RunDeletion() {}

    /**
     * Deletes a run with its tasks, logs and files, in one atomic step. A run whose process died is first taken from it, so that the process
     * can write nothing more if it was only stopped for a while.
     *
     * @param datastore where the run is
     * @param run the id of the run
     * @throws RunIsAliveException if the run has not ended, and its process is alive
     * @throws DatastoreException if there is no such run, or if the datastore fails
     */
    public static void delete(Datastore datastore, RunId run) {
        RunRecord record = datastore.runs().find(run).orElseThrow(() -> DatastoreException.noSuchRun(run));
        RunLife life = deleteIfEnded(datastore, record);
        if (life != RunLife.GONE) {
            throw new RunIsAliveException(record, life);
        }
    }

    /** Deletes a run, unless it is alive, or nobody can say whether it is; why it did not, or {@link RunLife#GONE}. */
    static RunLife deleteIfEnded(Datastore datastore, RunRecord run) {
        RunLife life = run.status() == RunStatus.RUNNING ? RunOwners.end(datastore.runs(), run, false) : RunLife.GONE;
        if (life == RunLife.GONE) {
            datastore.runs().delete(run.id());
        }
        return life;
    }
}
