package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;

/**
 * An entry of an import: it results in whether it changed something.
 *
 * @param entry what is to be stored
 */
record ImportWrite(Entry.OfOwner entry) implements Write<Boolean> {
    @Override
    public Boolean result(CommitResult answer) {
        if (answer instanceof CommitResult.Refused || answer instanceof CommitResult.Fenced) {
            throw dropped(entry.run().id());
        }
        boolean stored = answer instanceof CommitResult.Committed;
        if (!stored && entry instanceof Entry.ImportTask task) {
            throw new DatastoreException(
                    "attempt " + task.record().attempt() + " of task "
                            + task.record().task() + " of run " + entry.run().id()
                            + " cannot be imported: it comes after an attempt that finished, or that has its number or a later one.");
        }
        return stored;
    }

    /** Somebody else has deleted the run meanwhile. */
    static DatastoreException dropped(RunId run) {
        return new DatastoreException("the import of run " + run
                + " was dropped, since the same run is being imported by another process, or since it took more than a day."
                + " Import it again.");
    }

    @Override
    public long weight() {
        if (entry instanceof Entry.ImportTask task) {
            return 512 + 2L * task.encoded().length;
        }
        return new EntryWrite(entry).weight();
    }
}
